"""A plan in the exchange format of old versions of Microsoft Project, written small."""

MPX = "\r\n".join(
    [
        "MPX,Microsoft Project for Windows,4.0,ANSI",
        '10,$,0,2,",",.',
        "11,2,0,1,8.00,40.00",
        "12,1,1,480,/,:,,,9,1",
        "20,Standard,0,1,1,1,1,1,0",
        "25,1",
        *(f"25,{day},08:00,12:00,13:00,17:00" for day in range(2, 7)),
        "25,7",
        "30,Quay wall,,,Standard,01/06/26",
        "60,ID,Unique ID,Outline Level,Name,Duration,Start,Finish",
        "61,90,98,3,1,40,50,51",
        *(f"70,{number},{number},1,Survey {number},2d,01/06/26,02/06/26" for number in range(1, 7)),
        "",
    ]
).encode()
"""MPXJ takes nothing for a plan that is shorter than 512 bytes."""
