package understudy.core.safety;

import java.time.Duration;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.planning.Step.Interruption;

/** An outage begins only if it fits, seen darkly, into what is left of each group's outage budget; asked at the door and never inside. */
final class BudgetGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        if (input.recovery() || input.fresh().policy().outageBudget().isEmpty()) {
            return List.of();
        }
        Duration budget = input.fresh().policy().outageBudget().get();
        return input.step().interrupts().stream()
                .filter(interruption -> total(interruption, input).compareTo(budget) > 0)
                .map(interruption -> Finding.error(
                        "OUTAGE-BUDGET-SPENT",
                        interruption.group().value(),
                        input.step().id() + " does not start, because " + interruption.group() + " has had "
                                + spent(interruption, input).toSeconds() + " s of outage and may get "
                                + input.pessimisticOutage().toSeconds() + " s more, which is over its budget of "
                                + budget.toSeconds() + " s.",
                        "Raise the budget in the policy, or go on another night."))
                .toList();
    }

    private static Duration spent(Interruption interruption, GuardInput input) {
        return input.fresh().records().outageSpent().getOrDefault(interruption.group(), Duration.ZERO);
    }

    private static Duration total(Interruption interruption, GuardInput input) {
        return spent(interruption, input).plus(input.pessimisticOutage());
    }
}
