import { state } from 'lit/decorators.js';
import { Page } from './page.js';

/** A page that a link in a letter leads to. What it carries stands behind the "#", which browsers keep to themselves. */
export abstract class LinkPage extends Page {
  @state() protected token = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.take);
    this.take();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.take);
  }

  /** It goes from the address at once, so that it stays on no screen and in no history. */
  private readonly take = (): void => {
    if (location.hash !== '') {
      this.token = location.hash.slice(1);
      this.problem = undefined;
      history.replaceState(history.state, '', location.pathname);
    }
  };
}
