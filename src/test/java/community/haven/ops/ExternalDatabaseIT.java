package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

/** Haven with a database that somebody else runs; here it is one that the test runs. */
class ExternalDatabaseIT {

    private static final Path ROOT = Path.of("target", "it data", "external").toAbsolutePath();
    private static final Path FOLDER = ROOT.resolve("haven");

    private static DataFolder folder;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void startDatabase() throws Exception {
        Folders.delete(ROOT);
        folder = DataFolder.claim(ROOT.resolve("elsewhere"));
        database = EmbeddedDatabase.in(folder, progress -> {
        }).start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
        folder.close();
        Folders.delete(ROOT);
    }

    @AfterEach
    void makeItFitAgain() throws Exception {
        charset("utf8mb4");
    }

    @Test
    void shouldStartNoDatabaseOfItsOwnWhenOneIsConfigured() {
        try (HavenProcess haven = configured(database.password()).waitUntilReady()) {
            assertThat(FOLDER.resolve("server")).doesNotExist();
            assertThat(FOLDER.resolve("database")).doesNotExist();
            assertThat(FOLDER.resolve("keys/signing.jwks")).exists();
            assertThat(haven.stop()).isEqualTo(143);
        }
    }

    @Test
    void shouldRefuseADatabaseThatCannotHoldWhatPeopleWrite() throws Exception {
        charset("latin1");
        try (HavenProcess haven = configured(database.password())) {
            assertThat(haven.awaitExit()).isEqualTo(1);
            assertThat(haven.stdout().lines()).singleElement().asString().contains("character set latin1");
        }
    }

    @Test
    void shouldSayWhyWhenTheDatabaseDoesNotLetItIn() {
        try (HavenProcess haven = configured("wrong")) {
            assertThat(haven.awaitExit()).isEqualTo(1);
            assertThat(haven.stdout().lines()).singleElement().asString()
                    .startsWith("The configured database does not let Haven in").contains("Access denied");
        }
    }

    private static HavenProcess configured(String password) {
        return HavenProcess.of(FOLDER).with("QUARKUS_DATASOURCE_JDBC_URL", database.url())
                .with("QUARKUS_DATASOURCE_USERNAME", database.user()).with("QUARKUS_DATASOURCE_PASSWORD", password).start();
    }

    private static void charset(String name) throws Exception {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database haven character set " + name);
        }
    }
}
