package community.haven.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Fills the board with what Haven's editors wrote. A file is loaded once; a higher version of it replaces what an earlier
 * one said, unless somebody has edited that since. The state is never touched: what was withdrawn or removed stays so.
 */
@Singleton
class Seeds {

    private static final Logger LOG = Logger.getLogger(Seeds.class);

    private final EntityManager entities;
    private final Clock clock;

    Seeds(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event) {
        Loaded loaded = load(SeedFiles.read());
        if (!loaded.isNothing()) {
            LOG.infof("The board has %d new resources from its data files and %d updated ones", loaded.added(),
                    loaded.updated());
        }
    }

    Loaded load(SeedFiles files) {
        String digest = files.digest();
        if (digest.equals(digestOfLastLoad())) {
            return Loaded.NOTHING;
        }
        List<Seed> seeds = files.parse();
        return QuarkusTransaction.requiringNew().call(() -> load(seeds, digest));
    }

    private String digestOfLastLoad() {
        return QuarkusTransaction.requiringNew().call(() -> entities.find(SeedLoad.class, SeedLoad.ONLY).digest);
    }

    /** Under the lock of the one row: a second node waits here, and then finds the work done. */
    private Loaded load(List<Seed> seeds, String digest) {
        SeedLoad last = entities.find(SeedLoad.class, SeedLoad.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (last.digest.equals(digest)) {
            return Loaded.NOTHING;
        }
        last.digest = digest;
        Map<String, Resource> known = known();
        int added = 0;
        int updated = 0;
        for (Seed seed : seeds) {
            Resource resource = known.get(seed.key());
            if (resource == null) {
                add(seed);
                added++;
            } else if (isUpdate(seed, resource)) {
                update(resource, seed);
                updated++;
            }
        }
        return new Loaded(added, updated);
    }

    private Map<String, Resource> known() {
        return entities.createQuery("from Resource r left join fetch r.themes where r.seedKey is not null", Resource.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .collect(Collectors.toMap(resource -> resource.seedKey, Function.identity()));
    }

    private static boolean isUpdate(Seed seed, Resource resource) {
        return seed.version() > resource.seedVersion && resource.content().digest().equals(resource.seedDigest);
    }

    private void add(Seed seed) {
        Resource resource = Resource.create(null, AuthorRole.EDITORS, State.PUBLISHED, seed.content(), now());
        resource.seedKey = seed.key();
        remember(resource, seed);
        entities.persist(resource);
        entities.persist(Revision.of(resource, null, AuthorRole.EDITORS));
    }

    private void update(Resource resource, Seed seed) {
        resource.say(seed.content());
        resource.changed(now());
        remember(resource, seed);
        entities.persist(Revision.of(resource, null, AuthorRole.EDITORS));
    }

    private static void remember(Resource resource, Seed seed) {
        resource.seedVersion = seed.version();
        resource.seedDigest = seed.content().digest();
        resource.reviewedOn = seed.reviewed();
    }

    private Instant now() {
        return Instant.now(clock);
    }

    record Loaded(int added, int updated) {

        static final Loaded NOTHING = new Loaded(0, 0);

        boolean isNothing() {
            return added == 0 && updated == 0;
        }
    }
}
