import { LitElement } from 'lit';

/**
 * An element without a shadow: labels, descriptions and live regions of one page have to find each other by id, and one
 * style sheet is enough for a page of this size.
 */
export abstract class HavenElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
