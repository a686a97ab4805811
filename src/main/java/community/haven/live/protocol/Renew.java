package community.haven.live.protocol;

/** Extends the connection by a fresh access token, before the old one ends. */
public record Renew(String ref, String token) implements ClientFrame {

    /** A token opens the door for whoever reads the log. */
    @Override
    public String toString() {
        return "Renew[ref=%s, token=%d]".formatted(ref, token.length());
    }
}
