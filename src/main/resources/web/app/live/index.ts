/**
 * A client of Haven's live socket that depends on nothing but a browser. It connects, comes back after a loss and resumes every
 * room where it was left; what is said is kept until it is saved, and is saved once.
 *
 *     const live = new LiveClient({ address: new URL('wss://haven.example.org/api/live'), session, store });
 *     live.join(room, {
 *       joined: (head) => loadHistory(head), // over REST
 *       event: (entry) => show(entry),
 *       caughtUp: () => undefined,
 *       lost: () => clear(),
 *       refused: ({ code }) => explain(code),
 *       said: ({ key, delivery }) => mark(key, delivery), // 'saving', then 'saved', 'waiting' or 'not-sent'
 *     });
 *     live.queue(room).say({ text: 'I breathed before I wrote.' });
 *     await live.act({ type: 'support', room, seq: 44, kind: 'with-you' });
 *
 * `session` gives the access token and a fresh one when that ends; `store` keeps what is unsent, for example in
 * `sessionStorage`. All frames are in `protocol.ts`, what happens in a room in `entries.ts`.
 */
export { LiveClient, type LiveOptions } from './client.js';
export type { ConnectionState, Session } from './connection.js';
export * from './entries.js';
export type { LiveEvents } from './events.js';
export type * from './protocol.js';
export type { Queue } from './queue.js';
export { NotDone } from './requests.js';
export type { Presence, RoomListener } from './room-stream.js';
export type { Delivery, Saying, Store, Unsent } from './saying.js';
