package community.haven.live;

/** Why the server ends a connection. 4000 to 4499 mean "come back", 4500 to 4999 "do not". */
enum CloseCode {
    EXPIRED(4001, "token expired, refresh and come back"),
    TOO_SLOW(4002, "too slow, come back"),
    GOING_DOWN(4003, "server going down, come back"),
    SIGNED_OUT(4501, "signed out");

    private final int number;
    private final String phrase;

    CloseCode(int number, String phrase) {
        this.number = number;
        this.phrase = phrase;
    }

    int number() {
        return number;
    }

    String phrase() {
        return phrase;
    }
}
