package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import community.haven.account.AccountLocks;
import community.haven.account.AccountState;
import community.haven.account.Guard;
import community.haven.account.Standing;
import community.haven.conversation.EntryRows.Place;
import community.haven.meeting.Meetings;
import community.haven.meeting.Voices;
import community.haven.room.Floor;
import community.haven.room.Membership;
import community.haven.room.RoomPolicy;
import community.haven.room.Rooms;
import community.haven.room.Speaker;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.standing.Standings;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Stores a group of posts in one transaction, and decides about each on what is true at that moment. */
@Singleton
class MessageWriter {

    private final EntryRows rows;
    private final Rooms rooms;
    private final AccountLocks locks;
    private final Standings standings;
    private final Meetings meetings;
    private final Limits limits;
    private final Clock clock;

    MessageWriter(EntryRows rows, Rooms rooms, AccountLocks locks, Standings standings, Meetings meetings, Limits limits,
            Clock clock) {
        this.rows = rows;
        this.rooms = rooms;
        this.locks = locks;
        this.standings = standings;
        this.meetings = meetings;
        this.limits = limits;
        this.clock = clock;
    }

    /** What became of each post, in the order given. Throws when the transaction failed; nothing is stored then. */
    List<Outcome> store(List<Post> posts) {
        return QuarkusTransaction.requiringNew().call(() -> new Group(posts).store());
    }

    /** The posts of one transaction with what is known about them. */
    private final class Group {

        private final List<Post> posts;
        // Locked before anything else is read: what is read afterwards stays true until the commit.
        private final Map<UUID, Long> ends;
        private final Map<UUID, AccountState> authors;
        private final Map<UUID, Standing> standing;
        private final Map<Membership, Floor> floors;
        private final Map<Membership, Instant> lastSaid;
        private final Voices voices;
        private final Set<Place> messages;
        private final Map<Post.Key, Earlier> earlier;
        private final Instant now = Instant.now(clock);
        private final Map<UUID, Long> moved = new HashMap<>();
        private final List<Entry.Message> stored = new ArrayList<>();
        private final List<Post> storedPosts = new ArrayList<>();

        Group(List<Post> posts) {
            this.posts = posts;
            this.ends = rows.lock(posts.stream().map(Post::room).collect(Collectors.toSet()));
            this.authors = locks.together(posts.stream().map(post -> post.person().id()).collect(Collectors.toSet()));
            this.standing = standings.of(authors.keySet());
            this.floors = rooms.floors(posts.stream().map(Post::membership).collect(Collectors.toSet()));
            this.lastSaid = new HashMap<>(rows.lastSaid(floors.keySet().stream().filter(this::isSlowedDown).toList()));
            this.voices = meetings.voices(floors, now);
            this.messages = rows.messagesAmong(posts.stream().filter(post -> post.draft().replyTo() != null)
                    .map(post -> new Place(post.room(), post.draft().replyTo())).collect(Collectors.toSet()));
            this.earlier = rows.sentBefore(posts.stream().map(Post::key).collect(Collectors.toSet())).stream()
                    .collect(Collectors.toMap(EntryRow::key, Earlier::of));
        }

        List<Outcome> store() {
            List<Outcome> outcomes = posts.stream().map(this::outcome).toList();
            if (!stored.isEmpty()) {
                rows.addMessages(stored, storedPosts);
                rows.advance(moved);
            }
            return outcomes;
        }

        private Outcome outcome(Post post) {
            try {
                if (earlier.containsKey(post.key().takenBack())) {
                    throw Refusal.of(ErrorCode.TAKEN_BACK);
                }
                Earlier first = earlier.get(post.key());
                return first == null ? stored(post) : first.repeatedBy(post);
            } catch (Refusal refusal) {
                return new Outcome.Refused(refusal);
            }
        }

        private Outcome stored(Post post) {
            check(post);
            long seq = moved.getOrDefault(post.room(), ends.get(post.room())) + 1;
            moved.put(post.room(), seq);
            Draft draft = post.draft();
            Entry.Message message = new Entry.Message(post.room(), seq, now,
                    new Entry.Author(post.person().id(), post.person().handle()), draft.text(), draft.need(),
                    draft.contentNote(), draft.replyTo(), draft.announcement(), null, null, List.of(), List.of());
            stored.add(message);
            storedPosts.add(post);
            earlier.put(post.key(), new Earlier(draft, new Saved(post.room(), seq, now, false)));
            lastSaid.put(post.membership(), now);
            return new Outcome.Stored(message);
        }

        private void check(Post post) {
            Guard.checkTakesPart(authors.get(post.person().id()));
            Guard.checkHeard(standing.getOrDefault(post.person().id(), Standing.GOOD));
            Floor floor = floor(post);
            Speaker speaker = floor.speaker(post.person().isStaff(), lastSaid.get(post.membership()));
            RoomPolicy.checkSay(floor.pace(), speaker, now);
            if (post.draft().isAnnouncement()) {
                RoomPolicy.checkAnnounce(speaker);
            }
            voices.check(post.membership(), post.person().isStaff());
            Long replyTo = post.draft().replyTo();
            if (replyTo != null && !messages.contains(new Place(post.room(), replyTo))) {
                throw Refusal.invalid("replyTo", Reason.NOT_POSSIBLE);
            }
            limits.take(post.person(), post.room(), Limits.To.MESSAGES);
        }

        private Floor floor(Post post) {
            Floor floor = floors.get(post.membership());
            if (floor == null || !floor.isMember() && !rooms.knows(post.person(), post.room())) {
                throw Refusal.of(ErrorCode.NOT_FOUND);
            }
            return floor;
        }

        private boolean isSlowedDown(Membership membership) {
            return floors.get(membership).pace().isSlow();
        }
    }

    /** What was stored under a key. */
    private record Earlier(Draft draft, Saved saved) {

        static Earlier of(EntryRow row) {
            return new Earlier(row.draft(), new Saved(row.room(), row.seq(), row.at(), false));
        }

        Outcome repeatedBy(Post post) {
            return post.draft().equals(draft) ? new Outcome.Repeated(saved)
                    : new Outcome.Refused(Refusal.of(ErrorCode.KEY_REUSED));
        }
    }
}
