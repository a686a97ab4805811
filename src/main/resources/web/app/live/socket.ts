import { type ClientFrame, framesOf, type ServerFrame } from './protocol.js';

/** The server's reasons for ending a connection. From `NEVER_COME_BACK` to below `FOREIGN` nobody comes back by themselves. */
export const TOKEN_EXPIRED = 4001;
export const NEVER_COME_BACK = 4500;
export const SIGNED_OUT = 4501;
export const FOREIGN = 5000;

export interface SocketEvents {
  received(frame: ServerFrame): void;
  closed(code: number): void;
}

/** One WebSocket, from its handshake to its end. */
export class Socket {
  private readonly socket: WebSocket;
  private isOver = false;

  // A browser can set no header on a WebSocket; the token travels as a subprotocol so that it stays out of the URL.
  constructor(address: URL, token: string, events: SocketEvents) {
    const carried = encodeURIComponent('quarkus-http-upgrade#Authorization#Bearer ' + token);
    this.socket = new WebSocket(address, ['haven.v1', 'bearer-token-carrier', carried]);
    this.socket.onmessage = (message) =>
      framesOf(String(message.data)).forEach((frame) => !this.isOver && events.received(frame));
    this.socket.onclose = (close) => !this.isOver && events.closed(close.code);
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** Ends it, and nothing is heard of it any more: a browser may need minutes to notice that the other side is gone. */
  close(): void {
    this.isOver = true;
    this.socket.close();
  }
}
