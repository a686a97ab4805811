import { LiveClient, type Unsent } from '../live/index.js';
import { drafts } from './drafts.js';
import { session } from './session.js';

const address = new URL('/api/live', location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

/** The one live connection of this tab, as whoever is signed in. */
export const live = new LiveClient({
  address,
  session: {
    // Whoever is barred is not let in however often they knock: the page shows them why instead.
    token: async () => {
      const token = await session.accessToken();
      return session.isBarred ? undefined : token;
    },
    refresh: () => session.refresh(),
    get life() {
      return session.life;
    },
    end: () => session.end(),
  },
  store: {
    read: (room) => drafts.get<Unsent[]>(me(), place(room)) ?? [],
    write: (room, unsent) =>
      unsent.length === 0 ? drafts.drop(me(), place(room)) : drafts.keep(me(), place(room), unsent),
  },
});

let connectedAs: string | undefined;

session.addEventListener('change', () => {
  const now = session.isBarred ? undefined : session.person?.id;
  if (connectedAs !== undefined && connectedAs !== now) {
    live.stop();
  }
  connectedAs = now;
});

function me(): string {
  return session.person?.id ?? '';
}

function place(room: string): string {
  return `saying.${room}`;
}
