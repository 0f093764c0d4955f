package understudy.driver.exchange.classic;

import understudy.core.procedure.Verb;
import understudy.driver.exchange.classic.Host.Reply;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** A site's own command, on the management host; its own proof says whether it is done. */
final class SiteCommands {
    private final Host host;

    SiteCommands(Host host) {
        this.host = host;
    }

    Outcome run(Order order, Verb.SiteCommand command) throws Refusal {
        if (isProven(order, command)) {
            return new Outcome.Succeeded("It was so already.");
        }
        host.change("what " + order.step().id() + " is for", order.deadline(), command.command());
        if (!isProven(order, command)) {
            throw Refusal.failed(
                    "SITE-COMMAND-NOT-PROVEN",
                    order.step().id().value(),
                    order.step().id() + " says that it is done, and its proof says that it is not.",
                    "Look at what " + command.command().getFirst() + " does on the management host.");
        }
        return new Outcome.Succeeded("It is proven.");
    }

    private boolean isProven(Order order, Verb.SiteCommand command) {
        return host.run(order.deadline(), command.proof()) instanceof Reply.Ended ended && ended.succeeded();
    }
}
