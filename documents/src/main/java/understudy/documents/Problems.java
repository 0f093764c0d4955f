package understudy.documents;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document while it is read. */
final class Problems {
    private final List<DocumentProblem> found = new ArrayList<>();

    void add(Position position, String sentence) {
        found.add(new DocumentProblem(position, sentence));
    }

    int count() {
        return found.size();
    }

    BrokenDocument broken() {
        return new BrokenDocument(found);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw broken();
        }
    }
}
