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

/** A day and a time, by the clock of whoever reads it. */
export function moment(at: string | Date): string {
  return MOMENT.format(new Date(at));
}

/** The word for a value of the wire; the value itself when a newer server knows more than this page. */
export function named(names: Record<string, string>, value: string): string {
  return names[value] ?? value;
}
