package community.haven.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.QuietMutes;
import community.haven.audit.Audit;
import community.haven.board.BoardPolicy.Facts;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RemovalView;
import community.haven.guidelines.RestorationRequest;
import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;
import community.haven.standing.Standings;

/** The front door of the resource board. Whoever changes a resource holds its row to commit, so of two people one wins. */
@ApplicationScoped
public class Board {

    private final EntityManager entities;
    private final Guard guard;
    private final Standings standings;
    private final Accounts accounts;
    private final QuietMutes mutes;
    private final Audit audit;
    private final Guidelines guidelines;
    private final Clock clock;

    Board(EntityManager entities, Guard guard, Standings standings, Accounts accounts, QuietMutes mutes, Audit audit,
            Guidelines guidelines,
            Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.standings = standings;
        this.accounts = accounts;
        this.mutes = mutes;
        this.audit = audit;
        this.guidelines = guidelines;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code not-found} when there is no such resource that this person may see, or wishes to
     */
    @Transactional
    public ResourceView read(Person person, UUID id) {
        Resource resource = visible(person, entities.find(Resource.class, id));
        if (resource.author != null && !person.isStaff() && mutes.of(person.id()).contains(resource.author)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return view(person, resource);
    }

    @Transactional
    public ResourceView create(Person person, NewResource posted) {
        guard.allow(person, Act.WRITE_RESOURCE);
        standings.checkHeard(person.id());
        Resource resource = Resource.create(person.id(), AuthorRole.of(person.actingRole()), posted.state(), Content.of(posted),
                now());
        entities.persist(resource);
        keepRevision(person, resource);
        return view(person, resource);
    }

    /**
     * @param version the version that was edited; {@code changed-meanwhile} when it is no longer the newest
     */
    @Transactional
    public ResourceView edit(Person person, UUID id, int version, EditedResource edited) {
        guard.allow(person, Act.WRITE_RESOURCE);
        standings.checkHeard(person.id());
        Content content = Content.of(edited);
        Resource resource = locked(person, id);
        BoardPolicy.checkEdit(person, resource.facts());
        if (resource.version != version) {
            throw Refusal.of(ErrorCode.CHANGED_MEANWHILE);
        }
        if (!content.equals(resource.content())) {
            resource.say(content);
            resource.changed(now());
            keepRevision(person, resource);
            auditEditors(person, resource, "resource-edited");
        }
        return view(person, resource);
    }

    @Transactional
    public ResourceView publish(Person person, UUID id) {
        Resource resource = moved(person, id, BoardPolicy::checkPublication, State.PUBLISHED);
        if (resource.author != null) {
            resource.authorRole = AuthorRole.of(person.actingRole());
        }
        auditEditors(person, resource, "resource-published");
        return view(person, resource);
    }

    @Transactional
    public ResourceView withdraw(Person person, UUID id) {
        Resource resource = moved(person, id, BoardPolicy::checkWithdrawal, State.WITHDRAWN);
        auditEditors(person, resource, "resource-withdrawn");
        return view(person, resource);
    }

    /** What the resource said after each edit, newest first. */
    @Transactional
    public Page<RevisionView> revisions(Person person, UUID id, int before, int limit) {
        BoardPolicy.checkHistory(person, visible(person, entities.find(Resource.class, id)).facts());
        List<Revision> found = entities.createQuery("from Revision where key.resource = :id and key.version < :before"
                + " order by key.version desc", Revision.class).setParameter("id", id).setParameter("before", before)
                .setMaxResults(limit + 1).getResultList();
        List<Revision> page = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> handles = handles(person, page.stream().map(revision -> revision.editor));
        return new Page<>(
                page.stream().map(r -> RevisionView.of(r, Author.of(r.editor, r.editorRole, handles))).toList(),
                found.size() > limit ? Integer.toString(page.get(limit - 1).key.version()) : null);
    }

    /** Takes a resource off the board. Its author goes on seeing it, with the grounds. */
    @Transactional
    public ResourceView remove(Person person, UUID id, RemovalRequest request) {
        guard.allow(person, Act.REMOVE);
        Grounds grounds = request.grounds(guidelines);
        Resource resource = locked(person, id);
        BoardPolicy.checkRemoval(resource.facts());
        Removal removal = Removal.of(id, person.id(), grounds, now());
        entities.persist(removal);
        resource.removal = removal.id;
        resource.changed(removal.at);
        audit.record(person.id(), "resource-removed", subject(resource), grounds.rule());
        return view(person, resource);
    }

    @Transactional
    public ResourceView restore(Person person, UUID id, RestorationRequest request) {
        guard.allow(person, Act.RESTORE);
        String reason = request.checkedReason();
        Resource resource = locked(person, id);
        BoardPolicy.checkRestoration(resource.facts());
        Removal removal = entities.find(Removal.class, resource.removal);
        removal.end(person.id(), reason, now());
        resource.removal = null;
        resource.changed(removal.restoredAt);
        audit.record(person.id(), "resource-restored", subject(resource), removal.rule);
        return view(person, resource);
    }

    private Resource moved(Person person, UUID id, BiConsumer<Person, Facts> check, State state) {
        guard.allow(person, Act.WRITE_RESOURCE);
        standings.checkHeard(person.id());
        Resource resource = locked(person, id);
        check.accept(person, resource.facts());
        resource.state = state;
        resource.changed(now());
        return resource;
    }

    private Resource locked(Person person, UUID id) {
        return visible(person, entities.find(Resource.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Resource visible(Person person, Resource resource) {
        if (resource == null || !BoardPolicy.maySee(person, resource.facts())) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return resource;
    }

    private void keepRevision(Person person, Resource resource) {
        entities.persist(Revision.of(resource, person.id(), AuthorRole.of(person.actingRole())));
    }

    /** What staff do to the editors' resources is on record; what people do to their own is their own matter. */
    private void auditEditors(Person person, Resource resource, String act) {
        if (resource.facts().isEditors()) {
            audit.record(person.id(), act, subject(resource), null);
        }
    }

    private static String subject(Resource resource) {
        return "resource:" + resource.id;
    }

    private ResourceView view(Person person, Resource resource) {
        Author author = Author.of(resource.author, resource.authorRole,
                handles(person, Stream.ofNullable(resource.author)));
        return ResourceView.of(resource, author, resource.facts().isAuthor(person), removal(resource));
    }

    private RemovalView removal(Resource resource) {
        if (resource.removal == null) {
            return null;
        }
        Removal removal = entities.find(Removal.class, resource.removal);
        return RemovalView.of(guidelines, removal.rule, removal.reason, removal.at);
    }

    /** The editors, who have no id, are left out. */
    private Map<UUID, String> handles(Person person, Stream<UUID> people) {
        return accounts.handlesFor(person, people.filter(Objects::nonNull).distinct().toList());
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
