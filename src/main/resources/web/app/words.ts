import errors from './words/errors.json';
import page from './words/page.json';

/** Every sentence of the page. They live in `words/`, where they can be reviewed and translated as one text. */
export const words = { ...page, errors };

/** Puts values into the places of a sentence, such as `{places}`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

export function day(at: string | Date): string {
  return DAY.format(new Date(at));
}

export function time(at: string | Date): string {
  return TIME.format(new Date(at));
}

/** A number of seconds as people say it: `45 seconds`, `2 minutes`. */
export function span(seconds: number): string {
  const isLong = seconds >= 60;
  const count = isLong ? Math.ceil(seconds / 60) : seconds;
  const { second, seconds: some, minute, minutes } = page.spans;
  return fill(isLong ? (count === 1 ? minute : minutes) : count === 1 ? second : some, { count });
}

/** A day and a time, by the clock of whoever reads it. */
export function moment(at: string | Date): string {
  return MOMENT.format(new Date(at));
}

/** The word for a value of the wire; the value itself when a newer server knows more than this page. */
export function named(names: Record<string, string>, value: string): string {
  return names[value] ?? value;
}
