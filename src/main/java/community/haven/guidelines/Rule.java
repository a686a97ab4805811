package community.haven.guidelines;

/**
 * One rule of the community guidelines.
 *
 * @param id stable, such as {@code G1}; never given to another rule
 * @param title in a few words
 * @param text Markdown
 */
public record Rule(String id, String title, String text) {
}
