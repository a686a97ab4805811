package community.haven.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.QuietMutes;
import community.haven.guidelines.Guidelines;
import community.haven.guidelines.RemovalView;
import community.haven.room.Rooms;

/**
 * Turns rows into what somebody may see of them: the words of a removed message are for its author and for those who look after
 * the room, and so is the name of somebody who has withdrawn.
 */
@Singleton
class Sight {

    private final Rooms rooms;
    private final EntryRows rows;
    private final SupportRows given;
    private final Accounts accounts;
    private final QuietMutes mutes;
    private final Guidelines guidelines;

    Sight(Rooms rooms, EntryRows rows, SupportRows given, Accounts accounts, QuietMutes mutes, Guidelines guidelines) {
        this.rooms = rooms;
        this.rows = rows;
        this.given = given;
        this.accounts = accounts;
        this.mutes = mutes;
        this.guidelines = guidelines;
    }

    /** As this person sees them. */
    List<Entry> of(Person viewer, List<EntryRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        UUID room = found.get(0).room();
        boolean moderates = rooms.moderates(viewer, room);
        Set<UUID> muted = moderates ? Set.of() : mutes.of(viewer.id());
        return seen(found, row -> moderates || viewer.id().equals(row.author()),
                authors -> moderates ? accounts.allHandles(authors) : accounts.handlesFor(viewer, authors),
                messages -> given.by(viewer.id(), room, messages)).stream()
                .map(entry -> Entry.Quiet.orElse(entry, muted)).toList();
    }

    /** Whose words are kept from this person here. Nobody's from whoever looks after the room: they have to see everybody. */
    Set<UUID> mutedFor(Person viewer, UUID room) {
        return rooms.moderates(viewer, room) ? Set.of() : mutes.of(viewer.id());
    }

    /** As everybody sees them. */
    List<Entry> ofEverybody(List<EntryRow> found) {
        return seen(found, row -> false, accounts::handles, messages -> Map.of());
    }

    private List<Entry> seen(List<EntryRow> found, Predicate<EntryRow> allowed,
            Function<Set<UUID>, Map<UUID, String>> names,
            Function<Set<Long>, Map<Long, List<SupportKind>>> support) {
        Map<Long, EntryRow> targets = targets(found);
        Map<UUID, String> handles = names.apply(authors(found, targets.values()));
        Map<Long, List<SupportKind>> own = support.apply(supported(found, targets.values()));
        Function<EntryRow, Entry.Message> message = row -> row.removal() == null || allowed.test(row)
                ? message(row, handles, own)
                : Entry.Message.neutral(row.room(), row.seq(), row.at());
        return found.stream().map(row -> entry(row, targets, message)).toList();
    }

    /** The messages that were restored, as they stand now, if they are still kept. */
    private Map<Long, EntryRow> targets(List<EntryRow> found) {
        Set<Long> seqs = found.stream().filter(row -> row.kind() == EntryRow.Kind.RESTORED).map(EntryRow::target)
                .collect(Collectors.toSet());
        return seqs.isEmpty() ? Map.of()
                : rows.entries(found.get(0).room(), seqs).stream().filter(row -> row.kind() == EntryRow.Kind.MESSAGE)
                        .collect(Collectors.toMap(EntryRow::seq, Function.identity()));
    }

    private static Set<UUID> authors(List<EntryRow> found, Collection<EntryRow> targets) {
        Set<UUID> authors = Stream.concat(found.stream(), targets.stream()).map(EntryRow::author)
                .collect(Collectors.toCollection(HashSet::new));
        authors.remove(null);
        return authors;
    }

    /** What nobody gives, this person does not give either. */
    private static Set<Long> supported(List<EntryRow> found, Collection<EntryRow> targets) {
        return Stream.concat(found.stream(), targets.stream())
                .filter(row -> row.kind() == EntryRow.Kind.MESSAGE && !row.support().isEmpty()).map(EntryRow::seq)
                .collect(Collectors.toSet());
    }

    private static Entry entry(EntryRow row, Map<Long, EntryRow> targets, Function<EntryRow, Entry.Message> message) {
        return switch (row.kind()) {
            case MESSAGE -> message.apply(row);
            case REMOVED -> new Entry.Removed(row.room(), row.seq(), row.at(), row.target());
            case RESTORED -> new Entry.Restored(row.room(), row.seq(), row.at(), row.target(),
                    targets.containsKey(row.target()) ? message.apply(targets.get(row.target())) : null);
            case PINNED -> new Entry.Pinned(row.room(), row.seq(), row.at(), row.target());
            case UNPINNED -> new Entry.Unpinned(row.room(), row.seq(), row.at(), row.target());
            case ROOM_CHANGED -> new Entry.RoomChanged(row.room(), row.seq(), row.at(), row.change().name(),
                    row.change().topic(), row.change().purpose(), row.change().state(), row.change().slowModeSeconds(),
                    row.change().newcomersClosedUntil());
            case SESSION -> new Entry.Session(row.room(), row.seq(), row.at(), row.session().meeting(), row.session().state(),
                    row.session().hostGone(), row.session().title(), row.session().startsAt(), row.session().endsAt(),
                    row.session().until());
            case HOSTS_CHANGED -> new Entry.HostsChanged(row.room(), row.seq(), row.at());
            case ERASED -> new Entry.Erased(row.room(), row.seq(), row.at(), row.erasure().line());
            case RETRACTED -> new Entry.Retracted(row.room(), row.seq(), row.at());
            case RETRACTION -> new Entry.Retraction(row.room(), row.seq(), row.at(), row.target());
            case SUPPORTED -> new Entry.Supported(row.room(), row.seq(), row.at(), row.target(), row.support().get(0));
            case UNSUPPORTED -> new Entry.Unsupported(row.room(), row.seq(), row.at(), row.target(), row.support().get(0));
            case ERASURE -> new Entry.Erasure(row.room(), row.seq(), row.at(), row.erasure().targets(), row.erasure().line());
        };
    }

    private Entry.Message message(EntryRow row, Map<UUID, String> handles, Map<Long, List<SupportKind>> own) {
        Draft draft = row.draft();
        return new Entry.Message(row.room(), row.seq(), row.at(), new Entry.Author(row.author(), handles.get(row.author())),
                draft.text(), draft.need(), draft.contentNote(), draft.replyTo(), draft.announcement(),
                row.removal() == null ? null : true, removal(row.removal()), row.support(),
                own.getOrDefault(row.seq(), List.of()));
    }

    private RemovalView removal(EntryRow.RemovalRow facts) {
        return facts == null ? null : RemovalView.of(guidelines, facts.rule(), facts.reason(), facts.at());
    }
}
