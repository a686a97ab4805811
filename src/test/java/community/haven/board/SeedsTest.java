package community.haven.board;

import static community.haven.board.BoardKit.act;
import static community.haven.board.BoardKit.auditOf;
import static community.haven.board.BoardKit.content;
import static community.haven.board.BoardKit.edit;
import static community.haven.board.BoardKit.read;
import static community.haven.board.BoardKit.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.board.Seeds.Loaded;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.quarkus.narayana.jta.QuarkusTransaction;

@HavenTest
class SeedsTest {

    @Inject
    Seeds seeds;
    @Inject
    EntityManager entities;

    private Someone bea;
    private Someone mo;
    private String key;

    @BeforeEach
    void people() {
        bea = Cast.member("bea");
        mo = Cast.moderator();
        key = Cast.handle("seed");
    }

    private SeedFiles file(int version, String title) {
        return SeedFiles.of(Map.of(key + ".md", """
                ---
                version: %d
                kind: strategy
                title: %s
                summary: For a minute that is too loud.
                minutes: 2
                themes: [mindfulness]
                source: "Written for Haven by its editors."
                reviewed: 2026-11-%02d
                steps: []
                ---
                Breathe out.
                """.formatted(version, title, version)));
    }

    private String idOf(String seedKey) {
        return QuarkusTransaction.requiringNew().call(() -> entities
                .createQuery("select r.id from Resource r where r.seedKey = :key", java.util.UUID.class)
                .setParameter("key", seedKey).getSingleResult()).toString();
    }

    private String loaded() {
        assertThat(seeds.load(file(1, "First"))).isEqualTo(new Loaded(1, 0));
        return idOf(key);
    }

    @Test
    void shouldHaveEveryFileAfterTheStart() {
        List<String> keys = QuarkusTransaction.requiringNew().call(() -> entities
                .createQuery("select r.seedKey from Resource r where r.seedKey not like 'seed-%' and r.seedKey is not null",
                        String.class)
                .getResultList());

        assertThat(keys).containsExactlyInAnyOrderElementsOf(
                SeedFiles.read().parse().stream().map(Seed::key).toList());
    }

    @Test
    void shouldShowTheEditorsWordToEverybody() {
        read(bea, idOf("practice-breathing")).statusCode(200)
                .body("author.handle", nullValue()).body("author.name", equalTo("Haven's editors"))
                .body("author.role", equalTo("editors")).body("reviewedOn", equalTo("2026-11-22"))
                .body("source", notNullValue()).body("state", equalTo("published")).body("mine", equalTo(false));
    }

    @Test
    void shouldChangeNothingWhenFilesAreTheSame() {
        seeds.load(SeedFiles.read());
        String id = idOf("practice-breathing");
        int version = read(bea, id).extract().path("version");

        assertThat(seeds.load(SeedFiles.read())).isEqualTo(Loaded.NOTHING);

        read(bea, id).body("version", equalTo(version));
    }

    @Test
    void shouldUpdateUntouchedOneWhenVersionIsHigher() {
        String id = loaded();

        assertThat(seeds.load(file(2, "Second"))).isEqualTo(new Loaded(0, 1));

        read(bea, id).body("title", equalTo("Second")).body("version", equalTo(2)).body("reviewedOn", equalTo("2026-11-02"));
        mo.asks().get(BoardKit.PATH + "/{id}/revisions", id).then().body("items.title", contains("Second", "First"))
                .body("items.editor.role", contains("editors", "editors"));
    }

    @Test
    void shouldNotUpdateWhenVersionIsNotHigher() {
        String id = loaded();
        seeds.load(file(2, "Second"));

        assertThat(seeds.load(file(2, "Changed without a new version"))).isEqualTo(Loaded.NOTHING);
        assertThat(seeds.load(file(1, "First"))).isEqualTo(Loaded.NOTHING);

        read(bea, id).body("title", equalTo("Second"));
    }

    @Test
    void shouldNotOverwriteWhatStaffEdited() {
        String id = loaded();
        edit(mo, id, "\"1\"", content("title", "Said better")).statusCode(200).body("author.role", equalTo("editors"));

        assertThat(seeds.load(file(2, "Second"))).isEqualTo(Loaded.NOTHING);

        read(bea, id).body("title", equalTo("Said better"));
        assertThat(auditOf(mo, id)).extracting(line -> line.get("act"), line -> line.get("actor"))
                .containsExactly(tuple("resource-edited", mo.id().toString()));
    }

    @Test
    void shouldBringNothingBackThatStaffTookAway() {
        String removed = loaded();
        remove(mo, removed).statusCode(200);
        key = Cast.handle("seed");
        String withdrawn = loaded();
        act(mo, withdrawn, "withdrawal").statusCode(200);

        seeds.load(file(2, "Second"));

        read(bea, withdrawn).statusCode(404);
        read(bea, removed).statusCode(404);
        assertThat(auditOf(mo, withdrawn)).extracting(line -> line.get("act")).containsExactly("resource-withdrawn");
    }

    @Test
    void shouldLetMembersChangeNothing() {
        String id = loaded();

        edit(bea, id, "\"1\"", content()).statusCode(403);
        act(bea, id, "withdrawal").statusCode(403);
        read(bea, id).body("title", equalTo("First")).body("version", not(equalTo(2)));
    }

    @Test
    void shouldLoadOnceWhenSeveralNodesStartAtOnce() {
        SeedFiles files = file(1, "First");
        List<CompletableFuture<Loaded>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> seeds.load(files))).toList();

        assertThat(nodes.stream().map(CompletableFuture::join).filter(result -> !result.isNothing()).toList())
                .containsExactly(new Loaded(1, 0));
    }

    @Test
    void shouldLoadNothingWhenAFileIsBroken() {
        assertThatThrownBy(() -> seeds.load(file(0, "First"))).hasMessageContaining(key + ".md is broken");
        assertThat(seeds.load(file(1, "First"))).isEqualTo(new Loaded(1, 0));
    }
}
