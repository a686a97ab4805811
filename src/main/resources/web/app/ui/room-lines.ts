import type { Item } from '../client/timeline.js';
import type { Message, Room } from '../client/types.js';
import type { Saying } from '../live/index.js';
import { fill, span, words } from '../words.js';
import { sessionLine } from './meeting.js';

/** What is said of a room's pace; nothing in a room that goes its usual way. */
export function paceWords({ state, slowModeSeconds }: Pick<Room, 'state' | 'slowModeSeconds'>): string {
  return `${state === 'open' ? '' : words.room.states[state]} ${slowWords({ slowModeSeconds })}`.trim();
}

/** A line between the messages. */
export function lineOf(item: Exclude<Item, Message>): string {
  if (item.type === 'session') {
    return sessionLine(item);
  }
  if (item.type === 'hostsChanged') {
    return words.room.hostsChanged;
  }
  return `${fill(words.room.changed, { name: item.name })} ${words.room.states[item.state]} ${slowWords(item)}`;
}

export function arrivedWords(message: Message): string {
  const author = message.author?.handle ?? words.room.somebody;
  if (message.announcement === true && message.contentNote === undefined) {
    return fill(words.room.announced, { author, text: message.text ?? '' });
  }
  return message.contentNote === undefined
    ? fill(words.room.arrived, { author, text: message.text ?? '' })
    : fill(words.room.arrivedNote, { author, note: message.contentNote });
}

export function waitingWords({ goesAt = Date.now() }: Saying): string {
  const time = span(Math.ceil((goesAt - Date.now()) / 1_000));
  return `${words.hosting.waiting} ${fill(words.hosting.waitingFor, { time })}`;
}

function slowWords({ slowModeSeconds }: Pick<Room, 'slowModeSeconds'>): string {
  return slowModeSeconds > 0 ? fill(words.hosting.slow, { time: span(slowModeSeconds) }) : '';
}
