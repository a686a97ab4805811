import { state } from 'lit/decorators.js';
import { Problem } from '../client/problem.js';
import { HavenElement } from './element.js';

/** An element in which people do something that can go wrong. */
export abstract class Acting extends HavenElement {
  @state() protected busy = false;
  @state() protected problem: Problem | undefined;

  /** Does what a person asked for, once at a time; what goes wrong is shown and brought to their attention. */
  protected async doing(act: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
    } catch (failure) {
      this.problem = Problem.from(failure);
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid="true"], .problem')?.focus();
    } finally {
      this.busy = false;
    }
  }
}
