package community.haven.bench;

/** Texts that tell when they were said. */
final class Words {

    private static final int DIGITS = 19;
    private static final long ORIGIN = System.nanoTime() - 1_000_000_000_000_000_000L;
    private static final String REST = " and then I counted my breath, slowly, up to ten and back again".repeat(80);

    private Words() {
    }

    /** In nanoseconds, always of the same number of digits. */
    static long clock() {
        return System.nanoTime() - ORIGIN;
    }

    static String now(int length) {
        return clock() + REST.substring(0, length - DIGITS - 1) + ".";
    }

    static long saidAt(String text, int from) {
        return Long.parseLong(text, from, from + DIGITS, 10);
    }
}
