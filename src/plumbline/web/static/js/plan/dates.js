// Dates of a plan: moments without a zone as text, days since 1970 as numbers. Nothing here touches the page.
const A_DAY = 86_400_000;
const MORNING = 8;
const WORKING_HOURS = 9;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function wholeDay(moment) {
  return Math.floor(Date.parse(`${moment.slice(0, 10)}T00:00Z`) / A_DAY);
}

// A day begins on its left edge in the morning and has reached its right edge in the evening.
export function place(moment) {
  const hours = moment.length > 10 ? Number(moment.slice(11, 13)) + Number(moment.slice(14, 16)) / 60 : MORNING;
  return wholeDay(moment) + Math.min(Math.max((hours - MORNING) / WORKING_HOURS, 0), 1);
}

export function dateOf(day) {
  return new Date(day * A_DAY);
}

// 0 is Monday.
export function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

const formats = new Map();

export function month(day, language = "en-GB") {
  const date = dateOf(day);
  if (language.startsWith("en")) return MONTHS[date.getUTCMonth()];
  if (!formats.has(language)) formats.set(language, new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }));
  return formats.get(language).format(date);
}

// “5 Mar 2026”, as the other pages write it.
export function shownDate(moment, language = "en-GB") {
  if (!moment) return "";
  const day = wholeDay(moment);
  const date = dateOf(day);
  if (language.startsWith("en")) return `${date.getUTCDate()} ${month(day)} ${date.getUTCFullYear()}`;
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

const written = (year, monthNumber, day) =>
  `${String(year).padStart(4, "0")}-${String(monthNumber).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

// What a person types for a day, as the server reads it; what is no date is left for the server to refuse.
export function isoDate(text, yearNow = new Date().getFullYear()) {
  const typed = text.trim();
  const named = /^(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*\.?(?:\s+(\d{4}))?$/.exec(typed);
  if (named) {
    const at = MONTHS.findIndex((each) => each.toLowerCase() === named[2].toLowerCase());
    return at < 0 ? typed : written(named[3] ?? yearNow, at + 1, named[1]);
  }
  const numbers = /^(\d{1,2})[./](\d{1,2})[./]?(\d{2}|\d{4})?$/.exec(typed);
  if (!numbers) return typed;
  const year = numbers[3]?.length === 2 ? `20${numbers[3]}` : numbers[3];
  return written(year ?? yearNow, numbers[2], numbers[1]);
}

// So many working days after a place; long stretches by the share of working days in a week.
export function afterWork(from, days, nonWorking = [5, 6]) {
  const share = (7 - nonWorking.length) / 7;
  if (days > 400 || share <= 0) return from + days / (share || 1);
  let at = from;
  for (let left = days; left > 0; ) {
    const day = Math.floor(at + 1e-9);
    const step = Math.min(day + 1 - at, left);
    if (nonWorking.includes(weekday(day))) at = day + 1;
    else {
      at += step;
      left -= step;
    }
  }
  return at;
}
