import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { accounts, site } from './client/api.js';
import { inbox } from './client/inbox.js';
import { live } from './client/live.js';
import { Problem } from './client/problem.js';
import { proofs } from './client/proofs.js';
import { session } from './client/session.js';
import type { Settings } from './client/types.js';
import { ROUTES } from './routes.js';
import { announcer } from './ui/announcer.js';
import { HavenElement } from './ui/element.js';
import './ui/help-dialog.js';
import { problemBox } from './ui/problem-box.js';
import './ui/proof-dialog.js';
import { fill, words } from './words.js';

/** The frame around every page: where one is, where one can go, and help. */
@customElement('haven-app')
export class App extends HavenElement {
  @query('main') private main!: HTMLElement;
  @state() private path = location.pathname;
  @state() private problem: Problem | undefined;
  @state() private signUp: Settings['signUp'] | undefined;
  private router: Router | undefined;
  private wasSignedIn = false;
  private wasBarred = false;
  private hasArrived = false;

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.sessionChanged);
    inbox.addEventListener('change', () => this.requestUpdate());
    live.addEventListener('told', (event) => announcer.say(event.detail.title));
    window.addEventListener('vaadin-router-location-changed', this.arrived);
  }

  protected override firstUpdated(): void {
    site.settings().then(
      (settings) => (this.signUp = settings.signUp),
      () => undefined,
    );
    // Somebody who reloads the page is signed in again before the first route asks who they are.
    session
      .refresh()
      .catch((failure: unknown) => (this.problem = Problem.from(failure)))
      .finally(() => {
        this.router = new Router(this.main);
        void this.router.setRoutes(ROUTES);
      });
  }

  protected override render(): TemplateResult {
    return html`<a class="skip" href="#content" @click=${this.skip}>${words.site.skip}</a>
      <div class="window">
        <header class="head">
          <a class="brand" href="/">${words.site.name}</a>
          <nav aria-label=${words.site.navigation}>${this.links()}</nav>
          <haven-help></haven-help>
        </header>
        ${this.banner()}
        <main id="content" tabindex="-1"></main>
      </div>
      <footer class="foot">
        <p>${words.site.foot} <a href="/guidelines">${words.site.guidelines}</a></p>
        ${this.account()}
      </footer>
      <haven-proof></haven-proof>`;
  }

  private links(): TemplateResult {
    if (session.isBarred) {
      return html`<ul>
        ${this.link('/account', words.account.link)}
      </ul>`;
    }
    if (session.person === undefined) {
      return html`<ul>
        ${this.link('/sign-in', words.site.signIn)}${this.link('/sign-up', words.site.signUp)}
      </ul>`;
    }
    if (session.person.state === 'waiting') {
      return html`<ul>
        ${this.link('/waiting', words.waiting.link)}
      </ul>`;
    }
    return html`<ul>
      ${this.link('/rooms', words.site.rooms)}${this.link('/sessions', words.meetings.link)}${this.link('/board', words.site.board)}${this.noticesLink()}
      ${session.isStaff
        ? html`${this.link('/audit', words.site.audit)}${this.link('/people', words.site.people)}`
        : nothing} ${this.newcomerLinks()}
    </ul>`;
  }

  /** How newcomers come in, for those who have a part in it. */
  private newcomerLinks(): TemplateResult | typeof nothing {
    if (this.signUp?.mode === 'approval' && session.isStaff) {
      return this.link('/approvals', words.approvals.link);
    }
    if (this.signUp?.mode === 'invitation' && session.mayInvite) {
      return this.link('/invitations', words.invitations.link);
    }
    return nothing;
  }

  private noticesLink(): TemplateResult {
    const news = html`<span class="dot" aria-hidden="true"></span><span class="unseen">. ${words.inbox.some}</span>`;
    return this.link('/notices', html`${words.inbox.link}${inbox.unread > 0 ? news : nothing}`);
  }

  private link(address: string, label: string | TemplateResult): TemplateResult {
    const current = this.path === address || this.path.startsWith(address + '/');
    return html`<li><a href=${address} aria-current=${current ? 'page' : nothing}>${label}</a></li>`;
  }

  private account(): TemplateResult | typeof nothing {
    return session.person === undefined
      ? nothing
      : html`<p class="account">
          ${fill(words.site.signedInAs, { handle: session.person.handle })}
          <a href="/account">${words.account.link}</a>
          <button type="button" class="button quiet-button" @click=${this.signOut}>${words.site.signOut}</button>
        </p>`;
  }

  private banner(): TemplateResult | typeof nothing {
    if (this.problem !== undefined) {
      return html`<div class="banner">${problemBox(this.problem)}</div>`;
    }
    if (session.wasEnded) {
      return html`<div class="banner" role="status"><p>${words.sessions.wasEnded}</p></div>`;
    }
    const state = session.person?.state;
    if ((state === 'resting' || state === 'leaving') && this.path !== '/account/data') {
      return html`<div class="banner" role="status">
        <p>${words.ownData.banner[state]} <a href="/account/data">${words.ownData.bannerLink}</a></p>
      </div>`;
    }
    if (session.person?.agreed === false && this.path !== '/guidelines') {
      return html`<div class="banner" role="status">
        <p>${words.guidelines.agreeTitle}. <a href="/guidelines">${words.guidelines.agreeLead}</a></p>
      </div>`;
    }
    if (this.signUp?.secondFactor === true) {
      return session.hasOnlyPassword && state === 'active' && !session.isBarred
        ? this.secondFactorBanner(words.secondFactor.bannerForAll)
        : nothing;
    }
    return session.needsSecondFactor ? this.secondFactorBanner(words.secondFactor.banner) : nothing;
  }

  private secondFactorBanner(need: string): TemplateResult {
    return html`<div class="banner" role="status">
      <p>
        ${need}
        <button type="button" class="button quiet-button" @click=${this.showSecondFactor}>${words.secondFactor.show}</button>
      </p>
    </div>`;
  }

  private readonly showSecondFactor = async (): Promise<void> => {
    try {
      await proofs.ask('second-factor-needed');
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.main.focus();
  };

  private readonly signOut = async (): Promise<void> => {
    this.problem = undefined;
    try {
      await accounts.signOut();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };

  private readonly sessionChanged = (): void => {
    const isSignedIn = session.person !== undefined;
    if (this.wasSignedIn && !isSignedIn) {
      // Whoever is signed out by something else is asked to sign in where they are, and goes on there.
      Router.go(session.wasEnded ? location.pathname + location.search : '/');
    }
    if (isSignedIn && this.wasBarred !== session.isBarred) {
      // The address stays: when the measure is over, they are where they were.
      void this.router?.render({ pathname: location.pathname, search: location.search });
    }
    this.wasSignedIn = isSignedIn;
    this.wasBarred = session.isBarred;
    this.requestUpdate();
  };

  // A new page is announced by moving to its heading; the first one is read from its top anyway.
  private readonly arrived = (): void => {
    const isFirst = !this.hasArrived;
    this.hasArrived = true;
    this.path = location.pathname;
    this.problem = undefined;
    window.scrollTo(0, 0);
    if (!isFirst) {
      requestAnimationFrame(() => this.main.querySelector<HTMLElement>('h1')?.focus());
    }
  };
}
