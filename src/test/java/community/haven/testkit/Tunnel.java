package community.haven.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A way from a browser to Haven on which what is said live can be lost, without a sign to either side. */
public final class Tunnel implements AutoCloseable {

    private static final int SOME = 8192;

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Passage> live = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newCachedThreadPool();
    private volatile boolean shut;

    private Tunnel(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    /** @param port where Haven listens on this machine, now or later */
    public static Tunnel to(int port) {
        try {
            Tunnel tunnel = new Tunnel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            tunnel.carriers.execute(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** What the browser says on its present live connection does not arrive any more. */
    public void loseRequests() {
        live.forEach(passage -> passage.losesRequests = true);
    }

    /** What Haven says on the present live connection does not arrive any more. */
    public void loseAnswers() {
        live.forEach(passage -> passage.losesAnswers = true);
    }

    /** Ends the live connection and lets no other one through. The rest of the page goes on. */
    public void shut() {
        shut = true;
        live.forEach(Passage::end);
    }

    public void open() {
        shut = false;
    }

    @Override
    public void close() {
        shut();
        carriers.shutdownNow();
        end(entrance);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                carriers.execute(() -> carry(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket browser) {
        try (browser; Socket haven = new Socket(InetAddress.getLoopbackAddress(), exit)) {
            Passage passage = new Passage(browser, haven);
            byte[] head = new byte[SOME];
            int length = Math.max(0, browser.getInputStream().read(head));
            if (isLive(head)) {
                live.add(passage);
            }
            if (!shut || !isLive(head)) {
                haven.getOutputStream().write(head, 0, length);
                carriers.execute(passage::carryAnswers);
                passage.carryRequests();
            }
            live.remove(passage);
        } catch (IOException unreachable) {
            // For the browser, its connection ends.
        }
    }

    private static boolean isLive(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("GET /api/live");
    }

    private static void end(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception gone) {
            // That is what was asked for.
        }
    }

    /** One connection of the browser, and the one that leads on from it. */
    private static final class Passage {

        private final Socket browser;
        private final Socket haven;
        private volatile boolean losesRequests;
        private volatile boolean losesAnswers;

        private Passage(Socket browser, Socket haven) {
            this.browser = browser;
            this.haven = haven;
        }

        private void carryRequests() {
            carry(browser, haven, () -> losesRequests);
        }

        private void carryAnswers() {
            carry(haven, browser, () -> losesAnswers);
        }

        private void carry(Socket from, Socket to, BooleanSupplier loses) {
            byte[] some = new byte[SOME];
            try {
                for (int length = from.getInputStream().read(some); length >= 0; length = from.getInputStream().read(some)) {
                    to.getOutputStream().write(some, 0, loses.getAsBoolean() ? 0 : length);
                }
            } catch (IOException gone) {
                // Whoever is still there is told by the end of their own connection.
            } finally {
                end();
            }
        }

        private void end() {
            Tunnel.end(browser);
            Tunnel.end(haven);
        }
    }
}
