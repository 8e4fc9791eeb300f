"""The same device installed in many places."""

OUTLINE = """
Preparation -> Device approved
  Device
    Requirements for the device | 12 | design
    Trial of three devices | 20 | testing
    Choose the device | 8 | buying
    Type approval in heat, cold and rain | 15 | testing
  Places
    Survey all places | 15 | survey
    Power and data at each place | 15 | design
    Street permits | 20 | planning
Supply -> First batch delivered
  Order
    Framework call-off | 10 | buying
    Manufacture the first batch | 30 | supplier
    Load software and keys | 8 | software
  Installation contract
    Tender installation | 20 | buying
    Award installation | 6 | board
    Method statement and safety plan | 8 | fitters
Roll-out -> All devices in service
  Areas: {place}
    Foundations and ducts, {place} | 6 | street
    Power and data connections, {place} | 6 | fitters
    Mount the devices, {place} | 5 | fitters
    Put into service, {place} | 3 | software
    Check every device, {place} | 3 | testing
Closing -> Roll-out accepted
  Hand-over
    Thirty days without a major fault | 30 | soak
    Maintenance contract in force | 8 | buying
    Train field staff | 8 | operations
    Close the project | 5 | pm
"""
