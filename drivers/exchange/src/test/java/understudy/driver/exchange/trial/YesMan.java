package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.engine.ports.RunInbox;

/** Somebody who is there and says yes to every question, and notes which there were. */
final class YesMan implements RunInbox {
    private static final int MOST = 60;

    final List<Question> asked = new ArrayList<>();

    /** Words in questions to which they say no. */
    final List<String> no = new ArrayList<>();

    private final List<Event.Request> waiting = new ArrayList<>();

    void hear(Event.QuestionAsked question) {
        asked.add(question.question());
        if (asked.size() > MOST) {
            throw new AssertionError(
                    "The run asks without end: " + question.question().text());
        }
        waiting.add(new Event.QuestionAnswered(
                question.at(), "answer-" + asked.size(), question.question().id(), isYes(question), "tester"));
    }

    private boolean isYes(Event.QuestionAsked question) {
        return no.stream().noneMatch(question.question().text()::contains);
    }

    @Override
    public List<Event.Request> next() {
        return List.copyOf(waiting);
    }

    @Override
    public void acknowledge(Event.Request request) {
        waiting.remove(request);
    }
}
