package community.haven.account;

import java.time.Instant;

/** What to do with a genuine refresh token. */
enum Rotation {
    /** It is the newest: the next one takes its place. */
    NEXT,
    /** It was the newest a moment ago: two tabs came together, or an answer got lost. The newest is given again. */
    AGAIN,
    /** It was replaced before: somebody holds a copy. The session ends for both, since nobody can tell which is the thief. */
    STOLEN,
    /** The session has ended. */
    OVER;

    static Rotation of(Session session, int generation, Instant now, AccountConfig.Lifetime lifetime) {
        boolean idle = session.rotatedAt.plus(lifetime.idle()).isBefore(now);
        if (session.endedAt != null || idle || session.expiresAt.isBefore(now) || generation > session.generation) {
            return OVER;
        }
        if (generation == session.generation) {
            return NEXT;
        }
        boolean inGrace = !session.rotatedAt.plus(lifetime.grace()).isBefore(now);
        return generation == session.generation - 1 && inGrace ? AGAIN : STOLEN;
    }
}
