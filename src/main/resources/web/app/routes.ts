import type { Commands, Route, RouteContext, WebComponentInterface } from '@vaadin/router';
import { session } from './client/session.js';
import './pages/welcome.js';
import './pages/guidelines.js';
import './pages/sign-up.js';
import './pages/sign-in.js';
import './pages/recover.js';
import './pages/forgot.js';
import './pages/reset.js';
import './pages/confirm-email.js';
import './pages/account.js';
import './pages/own-data.js';
import './pages/goodbye.js';
import './pages/setup.js';
import './pages/rooms.js';
import './pages/room.js';
import './pages/room-form.js';
import './pages/room-people.js';
import './pages/invited.js';
import './pages/my-sessions.js';
import './pages/board.js';
import './pages/my-resources.js';
import './pages/resource.js';
import './pages/resource-form.js';
import './pages/audit.js';
import './pages/people.js';
import './pages/standing.js';
import './pages/invitations.js';
import './pages/approvals.js';
import './pages/waiting.js';
import './pages/notices.js';
import './pages/not-found.js';

type Result = ReturnType<Commands['redirect']> | WebComponentInterface | undefined;

/** Whoever is not signed in comes back to this address after signing in. */
function own(context: RouteContext, commands: Commands): Result {
  return session.person === undefined ? toSignIn(context, commands) : undefined;
}

/** Where people are among people. Whoever may not be finds out how it stands, in place of a closed door. */
function signedIn(context: RouteContext, commands: Commands): Result {
  return own(context, commands) ?? instead(commands);
}

function instead(commands: Commands): Result {
  if (session.isBarred) {
    return page(commands, 'haven-standing');
  }
  return session.person?.state === 'waiting' ? commands.redirect('/waiting') : undefined;
}

function staff(context: RouteContext, commands: Commands): Result {
  return signedIn(context, commands) ?? (session.isStaff ? undefined : notStaff(commands));
}

function inviter(context: RouteContext, commands: Commands): Result {
  return signedIn(context, commands) ?? (session.mayInvite ? undefined : notStaff(commands));
}

/** Those who have the role and have not shown their second factor are led to where they can. */
function notStaff(commands: Commands): Result {
  return session.needsSecondFactor ? commands.redirect('/account') : page(commands, 'haven-not-found');
}

function page(commands: Commands, name: string): WebComponentInterface {
  return commands.component(name) as WebComponentInterface;
}

// A redirect of the router keeps neither a query nor what stands behind the "#", so the page is made here and told where to go on.
function toSignIn(context: RouteContext, commands: Commands): WebComponentInterface {
  const page = commands.component('haven-sign-in') as WebComponentInterface & { then: string };
  page.then = context.pathname + context.search + (context.hash ?? '');
  return page;
}

export const ROUTES: Route[] = [
  { path: '/', component: 'haven-welcome' },
  { path: '/guidelines', component: 'haven-guidelines' },
  { path: '/sign-up', component: 'haven-sign-up' },
  { path: '/sign-in', component: 'haven-sign-in' },
  { path: '/recover', component: 'haven-recover' },
  { path: '/forgot', component: 'haven-forgot' },
  { path: '/reset', component: 'haven-reset' },
  { path: '/email/confirm', component: 'haven-confirm-email' },
  { path: '/account', action: own, component: 'haven-account' },
  { path: '/account/data', action: own, component: 'haven-own-data' },
  { path: '/goodbye', component: 'haven-goodbye' },
  { path: '/setup', action: own, component: 'haven-setup' },
  { path: '/rooms', action: signedIn, component: 'haven-rooms' },
  { path: '/rooms/new', action: staff, component: 'haven-room-form' },
  { path: '/rooms/invited', action: signedIn, component: 'haven-invited' },
  { path: '/rooms/:id', action: signedIn, component: 'haven-room' },
  { path: '/rooms/:id/people', action: signedIn, component: 'haven-room-people' },
  { path: '/rooms/:id/edit', action: staff, component: 'haven-room-form' },
  { path: '/sessions', action: signedIn, component: 'haven-my-sessions' },
  { path: '/board', action: signedIn, component: 'haven-board' },
  { path: '/board/new', action: signedIn, component: 'haven-resource-form' },
  { path: '/board/mine', action: signedIn, component: 'haven-my-resources' },
  { path: '/board/:id', action: signedIn, component: 'haven-resource' },
  { path: '/board/:id/edit', action: signedIn, component: 'haven-resource-form' },
  { path: '/notices', action: signedIn, component: 'haven-notices' },
  { path: '/audit', action: staff, component: 'haven-audit' },
  { path: '/people', action: staff, component: 'haven-people' },
  { path: '/invitations', action: inviter, component: 'haven-invitations' },
  { path: '/approvals', action: staff, component: 'haven-approvals' },
  { path: '/waiting', action: own, component: 'haven-waiting' },
  { path: '(.*)', component: 'haven-not-found' },
];
