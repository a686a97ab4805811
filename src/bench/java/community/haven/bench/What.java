package community.haven.bench;

import java.util.Locale;

/** What is measured. */
enum What {
    SAVED("acknowledged messages", "/s", true),
    DELIVERED("deliveries", "/s", true),
    P50("p50 from send to receipt", "ms", false),
    P99("p99 from send to receipt", "ms", false),
    P999("p99.9 from send to receipt", "ms", false),
    SERVER_CPU("server CPU for 1,000 deliveries", "ms", false),
    DATABASE_CPU("mariadbd CPU for 1,000 deliveries", "ms", false),
    LOAD("the load client's own core in use", "%", false),
    JOINS("joins", "/s", true),
    JOIN_CPU("server CPU for a join", "ms", false),
    JOIN_DATABASE_CPU("mariadbd CPU for a join", "ms", false),
    HEAP("live heap for an idle joined socket", "KB", false),
    RESIDENT("resident memory for an idle joined socket", "KB", false),
    RESUMED("until all have caught up", "s", false),
    RESUME_CPU("server CPU until all have caught up", "s", false),
    STALLED_P99("p99 of the others beside a stalled reader", "ms", false),
    GROWN("live heap grown beside a stalled reader", "MB", false);

    private static final double MANY = 100;

    private final String words;
    private final String unit;
    private final boolean moreIsBetter;

    What(String words, String unit, boolean moreIsBetter) {
        this.words = words;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    String words() {
        return words;
    }

    boolean meets(double value, double goal) {
        return moreIsBetter ? value >= goal : value <= goal;
    }

    /** How many times as good as the goal; at most a hundred times, since some values can be nothing or less. */
    double ratio(double value, double goal) {
        return Math.min(moreIsBetter ? value / goal : goal / Math.max(value, goal / MANY), MANY);
    }

    String value(double value) {
        String number = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, number, value) + (unit.startsWith("/") || unit.equals("%") ? unit : " " + unit);
    }

    String goal(double goal) {
        return (moreIsBetter ? "≥ " : "≤ ") + value(goal);
    }
}
