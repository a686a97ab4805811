package community.haven.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns what people wrote into HTML that is safe to put into a page: HTML of their own is shown as text, links lead only
 * where their address says, and nothing is loaded from anywhere, since loading tells another host who reads what.
 */
final class Markdown {

    /** Rendering walks the tree by recursion: without these a few kilobytes of brackets would be a stack overflow. */
    private static final int DEEPEST_BLOCK = 32;
    private static final int DEEPEST_INLINE = 32;

    /** An allow-list, since there is no end to what a browser may take for a script. Own paths have one slash. */
    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?:https?://[^/\\\\\\s]|mailto:[^/\\s]|/(?![/\\\\])|#)[^\\s\\p{Cc}]*");

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST_BLOCK).maxInlineNesting(DEEPEST_INLINE)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).percentEncodeUrls(true)
            .nodeRendererFactory(Links::new).build();

    private Markdown() {
    }

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static final class Links implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Links(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Image image) {
                renderImage(image);
            } else if (node instanceof Link link) {
                renderLink(link);
            }
        }

        private void renderLink(Link link) {
            boolean open = open(link, link.getDestination());
            for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            close(open);
        }

        /** A picture becomes a link with its description as text, or the text alone within another link. */
        private void renderImage(Image image) {
            boolean open = !within(image, Link.class) && open(image, image.getDestination());
            String description = textOf(image).strip();
            context.getWriter().text(description.isEmpty() && open ? image.getDestination() : description);
            close(open);
        }

        private static String textOf(Node node) {
            StringBuilder text = new StringBuilder(node instanceof Text words ? words.getLiteral() : "");
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                text.append(child instanceof SoftLineBreak ? " " : textOf(child));
            }
            return text.toString();
        }

        private boolean open(Node node, String address) {
            if (!ADDRESS.matcher(address).matches()) {
                return false;
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("href", context.encodeUrl(address));
            attributes.put("rel", "noopener noreferrer nofollow");
            context.getWriter().tag("a", context.extendAttributes(node, "a", attributes));
            return true;
        }

        private void close(boolean open) {
            if (open) {
                context.getWriter().tag("/a");
            }
        }

        private static boolean within(Node node, Class<? extends Node> type) {
            for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (type.isInstance(parent)) {
                    return true;
                }
            }
            return false;
        }
    }
}
