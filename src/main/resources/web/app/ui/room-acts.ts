import { html, type LitElement } from 'lit';
import { messages, rooms } from '../client/api.js';
import type { Conversation } from '../client/conversation.js';
import type { Message, RoomMute, SupportKind } from '../client/types.js';
import { fill, words } from '../words.js';
import { announcer } from './announcer.js';
import './grounds-dialog.js';
import type { GroundsDialog } from './grounds-dialog.js';
import type { MessageActs } from './message.js';
import './quiet-dialog.js';
import type { QuietDialog } from './quiet-dialog.js';
import './take-back-dialog.js';
import type { TakeBackDialog } from './take-back-dialog.js';

/** What the acts on messages need of the page around them. */
export interface Around {
  readonly conversation: () => Conversation | undefined;
  readonly reply: (message: Message) => void;
  /** Shows on the page what goes wrong. */
  readonly doing: (act: () => Promise<void>) => Promise<void>;
  /** After something has changed about who is heard. */
  readonly mutesChanged: () => Promise<void>;
  /** The button that took a message back is gone. */
  readonly takenBack: () => void;
}

/** What people do with the messages of a room, and the dialogs in which they are asked first. */
export class RoomActs implements MessageActs {
  readonly dialogs = html`<haven-grounds></haven-grounds>
    <haven-quiet></haven-quiet>
    <haven-take-back></haven-take-back>`;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  reply(message: Message): void {
    this.around.reply(message);
  }

  remove(message: Message): void {
    void this.grounds.forRemoval(async (grounds) => {
      await messages.remove(message.room, message.seq, grounds);
      await this.around.conversation()?.reveal(message.seq);
    });
  }

  restore(message: Message): void {
    this.grounds.forRestoration((reason) => messages.restore(message.room, message.seq, reason));
  }

  pin(message: Message, pinned: boolean): void {
    void this.around.doing(async () => {
      await (pinned ? messages.pin(message.room, message.seq) : messages.unpin(message.room, message.seq));
      announcer.say(pinned ? words.hosting.pinDone : words.hosting.unpinDone);
    });
  }

  quieten({ room, author }: Message): void {
    if (author !== undefined) {
      void this.grounds.forQuiet(async (grounds) => {
        await rooms.mute(room, author.id, grounds);
        announcer.say(fill(words.hosting.quietened, { author: author.handle }));
        await this.around.mutesChanged();
      });
    }
  }

  liftMute(room: string, { account }: RoomMute): void {
    this.grounds.forLifting('unquieten', async (reason) => {
      await rooms.liftMute(room, account.id, reason);
      announcer.say(fill(words.hosting.lifted, { handle: account.handle }));
      await this.around.mutesChanged();
    });
  }

  mute({ author }: Message): void {
    if (author !== undefined) {
      this.quiet.open(author, () => announcer.say(fill(words.quiet.done, { author: author.handle })));
    }
  }

  support({ seq }: Message, kind: SupportKind, given: boolean): void {
    void this.around.doing(async () => this.around.conversation()?.support(seq, kind, given));
  }

  takeBack({ seq }: Message): void {
    this.takingBack.open(
      async () => this.around.conversation()?.retract(seq),
      () => {
        announcer.say(words.takeBack.done);
        this.around.takenBack();
      },
    );
  }

  private get grounds(): GroundsDialog {
    return this.dialog<GroundsDialog>('haven-grounds');
  }

  private get quiet(): QuietDialog {
    return this.dialog<QuietDialog>('haven-quiet');
  }

  private get takingBack(): TakeBackDialog {
    return this.dialog<TakeBackDialog>('haven-take-back');
  }

  private dialog<D extends Element>(name: string): D {
    return this.host.querySelector<D>(name) as D;
  }
}
