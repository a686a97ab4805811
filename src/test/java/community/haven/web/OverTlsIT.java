package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;
import community.haven.testkit.Visitor;
import io.restassured.RestAssured;

/** A real browser and a real Haven with TLS between them. */
class OverTlsIT {

    private static final Path FOLDER = Path.of("target", "it data", "tls").toAbsolutePath();
    private static final String PASSWORD = "only for this test";

    private HavenProcess haven;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Folders.delete(FOLDER);
        port = freePort();
        haven = HavenProcess.of(FOLDER.resolve("data")).option("quarkus.http.ssl-port", Integer.toString(port))
                .option("quarkus.tls.key-store.p12.path", certificate().toString())
                .option("quarkus.tls.key-store.p12.password", PASSWORD).start().waitUntilReady();
        RestAssured.baseURI = "http://" + haven.address().getHost();
        RestAssured.port = haven.address().getPort();
    }

    @AfterEach
    void end() throws IOException {
        haven.close();
        RestAssured.reset();
        Folders.delete(FOLDER);
    }

    @Test
    void shouldKeepSomebodySignedInByCookiesThatNoOtherHostCanSet() {
        Someone amal = Cast.member("amal");
        String room = amal.asks().get("/api/rooms").path("items[0].id");
        amal.asks().put("/api/rooms/{id}/membership", room).then().statusCode(200);
        try (Visitor visitor = Visitor.overTls(port)) {
            visitor.signIn(amal);
            List<Cookie> cookies = visitor.page().context().cookies();
            assertThat(cookies).extracting(cookie -> cookie.name)
                    .containsExactlyInAnyOrder("__Host-haven-refresh", "__Host-haven-device");
            assertThat(cookies).allSatisfy(cookie -> {
                assertThat(cookie.secure && cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
                assertThat(cookie.domain).isEqualTo("localhost");
                assertThat(cookie.path).isEqualTo("/");
            });
            assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
            assertThat(visitor.page().reload().headerValue("strict-transport-security")).contains("max-age=");
            assertThat(visitor.heading("Rooms")).isVisible();

            visitor.enter(UUID.fromString(room)).say("Hello over TLS.");
            assertThat(visitor.log()).containsText("Hello over TLS.");
            visitor.button("Sign out").click();
            assertThat(visitor.heading("A calmer place to land")).isVisible();
            assertThat(visitor.page().context().cookies()).extracting(cookie -> cookie.name)
                    .containsExactly("__Host-haven-device");
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.askedOthers()).isEmpty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path certificate() throws IOException, InterruptedException {
        Path store = Files.createDirectories(FOLDER).resolve("certificate.p12");
        String keytool = System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool";
        Process making = new ProcessBuilder(keytool, "-genkeypair", "-alias", "haven", "-keyalg", "EC", "-groupname",
                "secp256r1",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD).inheritIO().start();
        assertThat(making.waitFor()).isZero();
        return store;
    }
}
