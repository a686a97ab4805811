import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { accounts } from '../../client/api.js';
import type { AccountFile, Role } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { choiceField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';

const ROLES: readonly Role[] = ['member', 'moderator', 'admin'];

/** Giving somebody a role, and taking it again. */
@customElement('haven-role')
export class RoleForm extends Acting {
  @property({ attribute: false }) person!: AccountFile;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;
  @state() private chosen: Role = 'member';
  @state() private given = '';
  private shown = '';

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('person') && this.person.id !== this.shown) {
      this.shown = this.person.id;
      this.chosen = this.person.role;
      this.given = '';
    }
  }

  protected override render(): TemplateResult {
    return html`<h3>${words.people.roleTitle}</h3>
      <form class="form" @submit=${this.give}>
        ${problemBox(this.problem)}
        ${choiceField({
          name: 'role',
          label: fill(words.people.role, { handle: this.person.handle }),
          value: this.chosen,
          options: ROLES.map((role) => [role, words.people.roles[role]] as const),
          change: (role) => (this.chosen = role as Role),
        })}
        <div class="actions"><button class="button strong-button">${words.people.give}</button></div>
        <p role="status">${this.given}</p>
      </form>`;
  }

  private readonly give = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const { id, handle } = this.person;
      await accounts.giveRole(id, this.chosen);
      this.given = fill(words.people.given, { handle, role: words.people.roles[this.chosen] });
      await this.changed();
    });
  };
}
