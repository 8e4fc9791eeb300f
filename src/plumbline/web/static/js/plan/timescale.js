// The axis of time over the chart: days to quarters, by how wide a day is.
import { dateOf, month, weekday } from "./dates.js";

const firstOf = (date, months) => Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1) / 86_400_000;
const monthsOn = (day, months) => {
  const date = dateOf(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
};
const year = (day) => dateOf(day).getUTCFullYear();
const DAY = { begin: (day) => day, next: (day) => day + 1, label: (day) => String(dateOf(day).getUTCDate()) };
const WEEK = {
  begin: (day) => day - weekday(day),
  next: (day) => day + 7,
  label: (day, language) => `${dateOf(day).getUTCDate()} ${month(day, language)}`,
};
const span = (months, label) => ({ begin: (day) => firstOf(dateOf(day), months), next: (day) => monthsOn(day, months), label });
const MONTH = span(1, month);
const MONTH_OF_YEAR = span(1, (day, language) => `${month(day, language)} ${year(day)}`);
const QUARTER = span(3, (day) => `Q${Math.floor(dateOf(day).getUTCMonth() / 3) + 1}`);
const YEAR = span(12, (day) => String(year(day)));

// Coarse above, fine below.
export function unitsFor(scale) {
  if (scale >= 16) return [MONTH_OF_YEAR, DAY];
  if (scale >= 7) return [MONTH_OF_YEAR, WEEK];
  if (scale >= 1.6) return [YEAR, MONTH];
  if (scale >= 0.7) return [YEAR, QUARTER];
  return [span(60, (day) => String(year(day))), YEAR];
}

// [day, following day, label] for each unit that is in sight.
export function ticks(unit, from, to, language) {
  const found = [];
  for (let day = unit.begin(Math.floor(from)); day < to && found.length < 500; day = unit.next(day)) {
    found.push([day, unit.next(day), unit.label(day, language)]);
  }
  return found;
}

// From a little before the first date of the plan to a good while after the last.
export function spanOf(days, scale, width) {
  const known = days.filter((day) => day !== null && Number.isFinite(day));
  const first = known.length ? known.reduce((least, day) => Math.min(least, day)) : 0;
  const last = known.length ? known.reduce((most, day) => Math.max(most, day)) : first + 60;
  const margin = Math.max(40 / scale, 3);
  return { from: Math.floor(first - margin), to: Math.ceil(Math.max(last + margin * 4, first + width / scale)) };
}
