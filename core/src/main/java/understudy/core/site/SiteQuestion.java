package understudy.core.site;

/**
 * Something that only a person may decide.
 *
 * @param id unique in the run, the same when the question is derived again
 * @param text ends with a question mark; says what yes means
 * @param confirmation true where a yes is what is expected, so that it counts as given where nobody is there
 */
public record SiteQuestion(String id, String text, boolean confirmation) {}
