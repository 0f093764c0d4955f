package understudy.driver.exchange.ready;

import java.util.List;
import understudy.core.model.Finding;

/**
 * One thing that must be so, or be known, before a patch.
 *
 * @param code of its finding, which never changes
 * @param rule its number in the catalogue of procedures
 * @param servicePacksOnly rollups do not ask it
 * @param asks what is asked, for the page that lists all questions
 * @param remedy what a person does
 * @param source where it comes from
 * @param judge what is against it, one sentence for each subject
 */
public record Question(
        String code,
        String rule,
        Weight weight,
        boolean servicePacksOnly,
        String asks,
        String remedy,
        String source,
        Judge judge) {
    /** What a finding does to a run. */
    public enum Weight {
        /** Nothing begins. */
        BLOCKS,
        /** It is said. */
        WARNS,
        /** A person answers for it in the patch file; until then nothing begins. */
        ASKS
    }

    /**
     * What is wrong.
     *
     * @param subject a node, or the cluster
     */
    record Against(String subject, String sentence) {}

    /** Looks at what was found. */
    interface Judge {
        List<Against> against(Found found);
    }

    List<Finding> findings(Found found) {
        return judge.against(found).stream()
                .map(against -> weight == Weight.WARNS
                        ? Finding.warning(code, against.subject(), against.sentence(), remedy)
                        : Finding.error(code, against.subject(), against.sentence(), remedy))
                .toList();
    }
}
