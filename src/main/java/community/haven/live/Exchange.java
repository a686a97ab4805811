package community.haven.live;

import java.time.Duration;

import community.haven.account.Person;
import community.haven.account.Sessions;
import community.haven.conversation.Conversations;
import community.haven.conversation.Draft;
import community.haven.conversation.Saved;
import community.haven.live.protocol.ClientFrame;
import community.haven.live.protocol.FrameCodec;
import community.haven.live.protocol.Incoming;
import community.haven.live.protocol.Join;
import community.haven.live.protocol.Leave;
import community.haven.live.protocol.Renew;
import community.haven.live.protocol.RoomAct;
import community.haven.live.protocol.Say;
import community.haven.live.protocol.ServerFrame;
import community.haven.live.protocol.ServerFrame.Failure;
import community.haven.live.protocol.Unreadable;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Answers the frames of one connection, each exactly once; messages in the order in which they were said. */
final class Exchange {

    private static final Duration BREATH = Duration.ofMillis(250);

    private final LiveConnection connection;
    private final Expiry expiry;
    private final Around around;
    private final LiveConfig config;
    private final Answers said = new Answers(this::answer);
    private int unanswered;

    Exchange(LiveConnection connection, Expiry expiry, Around around) {
        this.connection = connection;
        this.expiry = expiry;
        this.around = around;
        this.config = around.config();
    }

    /** What all connections share. */
    record Around(FrameCodec codec, Conversations conversations, LiveReads reads, LiveActs acts, Presence presence,
            LiveConfig config) {
    }

    void welcome() {
        Person person = connection.person();
        connection.send(new ServerFrame.Welcome(FrameCodec.PROTOCOL, new ServerFrame.Self(person.id(), person.handle()),
                expiry.at(), new ServerFrame.Limits(config.frameBytes(), Draft.MAX_TEXT,
                        ServerFrame.Quota.of(around.conversations().messageRate()),
                        ServerFrame.Quota.of(around.conversations().supportRate()))));
    }

    void receive(String text) {
        if (connection.isClosed()) {
            return;
        }
        Incoming incoming = around.codec().read(text, config.frameBytes());
        if (incoming instanceof Unreadable unreadable) {
            connection.send(Failure.of(unreadable.ref(), unreadable.refusal()));
        } else if (incoming instanceof ClientFrame frame && unanswered >= config.unanswered()) {
            connection.send(Failure.of(frame.ref(), Refusal.later(ErrorCode.TOO_MANY_REQUESTS, BREATH)));
        } else if (incoming instanceof ClientFrame frame) {
            unanswered++;
            handle(frame);
        }
    }

    /** The socket speaks text alone. */
    void receiveBinary() {
        connection.send(Failure.of(null, Refusal.of(ErrorCode.MALFORMED)));
    }

    private void handle(ClientFrame frame) {
        if (frame instanceof Say say) {
            say(say);
        } else if (frame instanceof Join join) {
            join(join);
        } else if (frame instanceof Leave leave) {
            leave(leave);
        } else if (frame instanceof Renew renew) {
            renew(renew);
        } else if (frame instanceof RoomAct act) {
            perform(act);
        }
    }

    private void say(Say say) {
        Answers.Place place = said.next();
        if (connection.room(say.room()) == null) {
            place.fill(Failure.of(say.ref(), Refusal.of(ErrorCode.NOT_JOINED)));
            return;
        }
        around.conversations().post(connection.person(), say.room(), say.draft())
                .whenComplete((saved, failure) -> connection.execute(() -> place.fill(answerTo(say, saved, failure))));
    }

    private static ServerFrame answerTo(Say say, Saved saved, Throwable failure) {
        return failure == null
                ? new ServerFrame.Saved(say.ref(), say.room(), say.draft().key(), saved.seq(), saved.at())
                : Failure.of(say.ref(), LiveReads.refusal(failure));
    }

    private void join(Join join) {
        if (connection.room(join.room()) != null) {
            answer(Failure.of(join.ref(), Refusal.of(ErrorCode.ALREADY_JOINED)));
        } else if (connection.rooms() >= config.rooms()) {
            answer(Failure.of(join.ref(), Refusal.of(ErrorCode.TOO_MANY_REQUESTS)));
        } else {
            // The room is entered before anything is read, so that no event falls between the reading and the listening.
            LiveRoom room = new LiveRoom(join.room(), connection, around.reads(), around.presence(), config.catchUp().ahead());
            connection.enter(room);
            around.reads().enter(connection.person(), join.room(), join.after())
                    .whenComplete((entrance, failure) -> connection.execute(() -> entered(join, room, entrance, failure)));
        }
    }

    private void entered(Join join, LiveRoom room, LiveReads.Entrance entrance, Throwable failure) {
        if (room.hasEnded()) {
            answer(Failure.of(join.ref(), Refusal.of(ErrorCode.NOT_JOINED)));
        } else if (failure != null) {
            connection.leave(room);
            answer(Failure.of(join.ref(), LiveReads.refusal(failure)));
        } else {
            answer(new ServerFrame.Joined(join.ref(), join.room(), entrance.head(),
                    entrance.named().orElse(null)));
            room.begin(entrance);
        }
    }

    private void leave(Leave leave) {
        LiveRoom room = connection.room(leave.room());
        if (room == null) {
            answer(Failure.of(leave.ref(), Refusal.of(ErrorCode.NOT_JOINED)));
        } else {
            connection.leave(room);
            answer(new ServerFrame.Left(leave.ref(), leave.room()));
        }
    }

    private void perform(RoomAct act) {
        if (connection.room(act.room()) == null) {
            answer(Failure.of(act.ref(), Refusal.of(ErrorCode.NOT_JOINED)));
        } else {
            around.acts().perform(connection.person(), act)
                    .whenComplete((done, failure) -> connection.execute(() -> answer(failure == null
                            ? new ServerFrame.Done(act.ref(), act.room())
                            : Failure.of(act.ref(), LiveReads.refusal(failure)))));
        }
    }

    private void renew(Renew renew) {
        around.reads().verify(renew.token())
                .whenComplete((signed, failure) -> connection.execute(() -> verified(renew, signed, failure)));
    }

    private void verified(Renew renew, Sessions.Signed signed, Throwable failure) {
        if (failure != null) {
            answer(Failure.of(renew.ref(), LiveReads.refusal(failure)));
        } else if (!signed.person().id().equals(connection.account())) {
            answer(Failure.of(renew.ref(), Refusal.of(ErrorCode.NOT_ALLOWED)));
        } else {
            connection.becomes(signed.person());
            expiry.moveTo(signed.expiresAt());
            answer(new ServerFrame.Renewed(renew.ref(), signed.expiresAt()));
        }
    }

    /** The platform has met with trouble in this socket. */
    void failed(Throwable trouble) {
        connection.close(CloseCode.of(trouble));
    }

    /** The socket is no more; what is still being answered finds nobody. */
    void gone() {
        expiry.cancel();
        connection.gone();
    }

    private void answer(ServerFrame frame) {
        unanswered--;
        connection.send(frame);
    }
}
