package community.haven.board;

import java.util.List;

/** The whole content as it shall be from now on. */
public record EditedResource(String title, String kind, String summary, String body, List<String> steps, Integer minutes,
        List<String> themes, String source) implements Content.Raw {

    @Override
    public String toString() {
        return "EditedResource[]";
    }
}
