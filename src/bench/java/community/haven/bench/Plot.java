package community.haven.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Two pictures in one SVG: how long deliveries took, and how the goals compare with what was reached. */
final class Plot {

    private static final int WIDTH = 1_120;
    private static final int LEFT = 70;
    private static final int TOP = 120;
    private static final int PLOT_WIDTH = 880;
    private static final int PLOT_HEIGHT = 330;
    private static final int LINE = 22;
    private static final int BAR = 30;
    private static final int BARS_LEFT = 430;
    private static final int BARS_WIDTH = 420;
    private static final double MOST = 3;
    /** The axis of percentiles: each step leaves a tenth of the last. */
    private static final double[] PERCENTILES = { 0, 50, 90, 99, 99.9, 99.99 };
    private static final double NINES = 4;
    private static final double FASTEST_MS = 0.1;
    private static final double DECADES = 4;
    private static final List<String> COLOURS = List.of("#1f5f8b", "#c2571a", "#2e7d4f", "#7a4a9e", "#b0324f", "#5b5b5b");

    private final List<String> circumstances;
    private final List<Result> results;
    private final List<Compared> compared = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    Plot(List<String> circumstances, List<Result> results) {
        this.circumstances = circumstances;
        this.results = results;
        results.forEach(result -> result.goals().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(goal -> compared.add(new Compared(result.name(), goal.getKey(),
                        result.figures().get(goal.getKey()), goal.getValue()))));
    }

    String svg() {
        List<Result> drawn = results.stream().filter(result -> result.latency() != null).toList();
        int barsTop = TOP + PLOT_HEIGHT + 120 + drawn.size() * LINE;
        int height = barsTop + compared.size() * BAR + 60;
        add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' font-family='sans-serif'"
                + " font-size='14' fill='#222'>", WIDTH, height, WIDTH, height);
        add("<rect width='%d' height='%d' fill='white'/>", WIDTH, height);
        text(LEFT, 34, "start", "Haven's live rooms: how long a message takes from send to receipt", "font-size='20'");
        text(LEFT, 58, "start", String.join("; ", circumstances.subList(0, circumstances.size() / 2)), "fill='#555'");
        text(LEFT, 78, "start", String.join("; ", circumstances.subList(circumstances.size() / 2, circumstances.size())),
                "fill='#555'");
        axes();
        latencies(drawn);
        goals(barsTop);
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double ms = FASTEST_MS; ms <= FASTEST_MS * Math.pow(10, DECADES) * 1.01; ms *= 10) {
            double y = y(ms);
            add("<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#ddd'/>", LEFT, LEFT + PLOT_WIDTH, y, y);
            text(LEFT - 8, y + 5, "end", ms < 1 ? "%.1f".formatted(ms) : "%,.0f".formatted(ms), "");
        }
        for (double percentile : PERCENTILES) {
            double x = x(percentile);
            add("<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#ddd'/>", x, x, TOP, TOP + PLOT_HEIGHT);
            text(x, TOP + PLOT_HEIGHT + 20, "middle", percentile == 0 ? "0 %" : trimmed(percentile) + " %", "");
        }
        text(LEFT - 40, TOP - 14, "start", "milliseconds", "fill='#555'");
        text(LEFT + PLOT_WIDTH / 2.0, TOP + PLOT_HEIGHT + 42, "middle", "of all deliveries were at least as fast",
                "fill='#555'");
    }

    private void latencies(List<Result> drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            Result result = drawn.get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            List<String> points = new ArrayList<>();
            for (double nines = 0; nines <= NINES + 0.001; nines += 0.02) {
                double percentile = 100 - 100 / Math.pow(10, nines);
                points.add(at(x(percentile), y(result.percentile(percentile))));
            }
            add("<polyline fill='none' stroke='%s' stroke-width='2.5' points='%s'/>", colour, String.join(" ", points));
            goal(result, What.P50, 50, colour);
            goal(result, What.P99, 99, colour);
            int legend = TOP + PLOT_HEIGHT + 72 + i * LINE;
            add("<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='%s' stroke-width='4'/>", LEFT, LEFT + 24, legend - 5, legend - 5,
                    colour);
            text(LEFT + 34, legend, "start", result.name() + ", " + result.title(), "");
        }
        text(LEFT + PLOT_WIDTH, TOP + PLOT_HEIGHT + 72, "end", "○ the goal of the line of that colour", "fill='#555'");
    }

    private void goal(Result result, What what, double percentile, String colour) {
        if (result.goals().containsKey(what)) {
            add("<circle cx='%.1f' cy='%.1f' r='6' fill='white' stroke='%s' stroke-width='2.5'/>", x(percentile),
                    y(result.goals().get(what)), colour);
        }
    }

    private void goals(int top) {
        double goalX = BARS_LEFT + BARS_WIDTH / MOST;
        text(LEFT, top - 14, "start", "Goals: a bar that reaches the line meets its goal; twice as long is twice as good",
                "font-size='18'");
        for (int i = 0; i < compared.size(); i++) {
            Compared one = compared.get(i);
            int y = top + i * BAR;
            double ratio = one.what().ratio(one.value(), one.goal());
            double width = BARS_WIDTH * Math.min(ratio, MOST) / MOST;
            text(BARS_LEFT - 10, y + 20, "end", one.name() + " " + one.what().words(), "");
            add("<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>", BARS_LEFT, y + 4, width, BAR - 8,
                    ratio >= 1 ? "#2e7d4f" : "#c2571a");
            text(BARS_LEFT + BARS_WIDTH + 12, y + 20, "start",
                    one.what().value(one.value()) + "  (goal " + one.what().goal(one.goal()) + ")", "");
            if (ratio > MOST) {
                text(BARS_LEFT + BARS_WIDTH - 8, y + 20, "end", "%,.0f times".formatted(ratio), "fill='white'");
            }
        }
        int bottom = top + compared.size() * BAR + 6;
        add("<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#222' stroke-width='2' stroke-dasharray='5 3'/>", goalX, goalX,
                top, bottom);
        text(goalX, bottom + 16, "middle", "goal", "");
    }

    private static double x(double percentile) {
        return LEFT + PLOT_WIDTH * Math.min(Math.log10(100 / (100 - percentile)), NINES) / NINES;
    }

    private static double y(double ms) {
        double share = Math.log10(Math.max(ms, FASTEST_MS) / FASTEST_MS) / DECADES;
        return TOP + PLOT_HEIGHT * (1 - Math.min(share, 1));
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void text(double x, double y, String anchor, String words, String more) {
        add("<text x='%.1f' y='%.1f' text-anchor='%s' %s>%s</text>", x, y, anchor, more,
                words.chars().mapToObj(c -> c == '<' ? "&lt;" : c == '&' ? "&amp;" : Character.toString(c))
                        .collect(Collectors.joining()));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private record Compared(String name, What what, double value, double goal) {
    }
}
