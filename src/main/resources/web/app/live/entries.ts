/** What happens in a room and is told to people: the same words over the socket and over REST. */

export type Need = 'to-be-heard' | 'advice' | 'encouragement' | 'an-answer';
export const SUPPORT_KINDS = ['with-you', 'me-too', 'thank-you', 'well-done', 'holding-space'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];
export type RoomState = 'open' | 'paused' | 'archived';
export type MeetingState = 'scheduled' | 'opening' | 'open' | 'closing' | 'closed' | 'cancelled';

export interface Author {
  id: string;
  handle: string;
}

/** What a person is about to say. */
export interface Words {
  text: string;
  need?: Need;
  contentNote?: string;
  replyTo?: number;
  announcement?: boolean;
}

export interface Removal {
  rule: string;
  ruleTitle?: string | null;
  reason: string;
  at: string;
}

/** Where in its room's one gapless order something stands. */
interface Place {
  room: string;
  seq: number;
  at: string;
}

/**
 * A removed message has nothing but its place, except for its author and for staff. Without an author, a message is of somebody
 * who has withdrawn for a while.
 */
export interface Message extends Place {
  type: 'message';
  author?: Author;
  text?: string;
  need?: Need;
  contentNote?: string;
  replyTo?: number;
  /** Said to the whole room by somebody who looks after it. */
  announcement?: boolean;
  removed?: boolean;
  removal?: Removal;
  /** How people are with its author: that somebody is, never who or how many. */
  support?: SupportKind[];
  /** What of it this person gives; the socket does not say so, since it tells everybody the same. */
  ownSupport?: SupportKind[];
  /** Its words are gone for good, since their author left Haven or took them back: a line says so, or nothing is shown. */
  erased?: 'line' | 'nothing' | 'taken-back';
}

export interface RoomChanged extends Place {
  type: 'roomChanged';
  name: string;
  purpose?: string;
  topic?: string;
  state: RoomState;
  slowModeSeconds: number;
  newcomersClosedUntil?: string;
}

/** A session of the room has gone on. */
export interface SessionEntry extends Place {
  type: 'session';
  meeting: string;
  state: MeetingState;
  hostGone: boolean;
  title: string;
  startsAt: string;
  endsAt: string;
  until?: string;
}

/** What happens in a room, in the room's order. */
export type Entry =
  | Message
  | RoomChanged
  | SessionEntry
  /** In place of what is kept from this reader by their own wish. */
  | (Place & { type: 'quiet' })
  | (Place & { type: 'removed' | 'pinned' | 'unpinned' | 'retraction'; target: number })
  | (Place & { type: 'restored'; target: number; message?: Message })
  | (Place & { type: 'erased'; line: boolean })
  | (Place & { type: 'erasure'; targets: number[]; line: boolean })
  | (Place & { type: 'retracted' })
  | (Place & { type: 'hostsChanged' })
  | (Place & { type: 'supported' | 'unsupported'; target: number; kind: SupportKind });

const ENTRIES: Record<Entry['type'], true> = {
  message: true,
  quiet: true,
  removed: true,
  restored: true,
  pinned: true,
  unpinned: true,
  roomChanged: true,
  hostsChanged: true,
  session: true,
  erased: true,
  erasure: true,
  retracted: true,
  retraction: true,
  supported: true,
  unsupported: true,
};

export function isEntry<T extends { type: string }>(frame: T): frame is Extract<T, { type: Entry['type'] }> {
  return Object.hasOwn(ENTRIES, frame.type);
}

/** Something that concerns one person alone. */
export interface RoomNotice {
  id: string;
  kind: string;
  at: string;
  room: string;
  about: string;
  seq?: number;
  title: string;
  next: string;
  rule?: string;
  ruleTitle?: string;
  reason?: string;
  until?: string;
  read: boolean;
}
