package community.haven.board;

import java.util.List;

/**
 * What a person posts.
 *
 * @param publish whether others see it at once; otherwise, and when nothing is said, it stays a draft
 */
public record NewResource(String title, String kind, String summary, String body, List<String> steps, Integer minutes,
        List<String> themes, String source, Boolean publish) implements Content.Raw {

    State state() {
        return Boolean.TRUE.equals(publish) ? State.PUBLISHED : State.DRAFT;
    }

    @Override
    public String toString() {
        return "NewResource[publish=" + publish + "]";
    }
}
