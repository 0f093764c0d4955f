package understudy.documents;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a document cannot be used, with everything that is wrong with it in the order of the file. */
public final class BrokenDocument extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DocumentProblem> problems;

    public BrokenDocument(List<DocumentProblem> problems) {
        super(problems.stream()
                .sorted(inFileOrder())
                .map(DocumentProblem::toString)
                .collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a document without a problem is not broken");
        }
        this.problems = problems.stream().sorted(inFileOrder()).toList();
    }

    public List<DocumentProblem> problems() {
        return problems;
    }

    private static Comparator<DocumentProblem> inFileOrder() {
        return Comparator.comparing(DocumentProblem::position);
    }
}
