package understudy.documents.json;

/** Says that a text is not what its type wants, with the place ({@code $.steps[3].node}) and the reason. */
public final class BrokenJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenJson(Place place, String sentence) {
        super(place + ": " + sentence);
    }
}
