package understudy.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A policy in the making: the one that it began with, changed one property at a time. */
public final class PolicyDraft {
    private int maxUnavailable;
    private Policy.MoveBack moveBack;
    private Optional<Duration> outageBudget;
    private List<MaintenanceWindow> windows;
    private List<GroupId> acceptedOutages;
    private Duration bakeTime;
    private boolean goNoGo;
    private boolean askOnChange;
    private int failures;
    private int failuresInARow;
    private int retries;
    private Optional<Duration> warnAfter;
    private Optional<Duration> stopAfter;
    private Optional<Integer> approvers;
    private Optional<Policy.Handover> handover;

    PolicyDraft(Policy of) {
        maxUnavailable = of.maxUnavailable();
        moveBack = of.moveBack();
        outageBudget = of.outageBudget();
        windows = of.windows();
        acceptedOutages = of.acceptedOutages();
        bakeTime = of.bakeTime();
        goNoGo = of.goNoGo();
        askOnChange = of.askOnChange();
        failures = of.failures();
        failuresInARow = of.failuresInARow();
        retries = of.retries();
        warnAfter = of.warnAfter();
        stopAfter = of.stopAfter();
        approvers = of.approvers();
        handover = of.handover();
    }

    public PolicyDraft maxUnavailable(int most) {
        maxUnavailable = most;
        return this;
    }

    public PolicyDraft moveBack(Policy.MoveBack wanted) {
        moveBack = wanted;
        return this;
    }

    public PolicyDraft outageBudget(Duration budget) {
        outageBudget = Optional.of(budget);
        return this;
    }

    public PolicyDraft windows(List<MaintenanceWindow> allowed) {
        windows = allowed;
        return this;
    }

    public PolicyDraft acceptedOutages(List<GroupId> groups) {
        acceptedOutages = groups;
        return this;
    }

    public PolicyDraft bakeTime(Duration wait) {
        bakeTime = wait;
        return this;
    }

    public PolicyDraft goNoGo(boolean asked) {
        goNoGo = asked;
        return this;
    }

    public PolicyDraft askOnChange(boolean asked) {
        askOnChange = asked;
        return this;
    }

    public PolicyDraft failures(int most) {
        failures = most;
        return this;
    }

    public PolicyDraft failuresInARow(int most) {
        failuresInARow = most;
        return this;
    }

    public PolicyDraft retries(int further) {
        retries = further;
        return this;
    }

    public PolicyDraft warnAfter(Duration length) {
        warnAfter = Optional.of(length);
        return this;
    }

    public PolicyDraft stopAfter(Duration length) {
        stopAfter = Optional.of(length);
        return this;
    }

    /** Two people have to answer, or one is enough. */
    public PolicyDraft fourEyes(boolean asked) {
        approvers = asked ? Optional.of(2) : Optional.empty();
        return this;
    }

    public PolicyDraft handover(Policy.Handover when) {
        handover = Optional.of(when);
        return this;
    }

    public Policy build() {
        return new Policy(
                maxUnavailable,
                moveBack,
                outageBudget,
                windows,
                acceptedOutages,
                bakeTime,
                goNoGo,
                askOnChange,
                failures,
                failuresInARow,
                retries,
                warnAfter,
                stopAfter,
                approvers,
                handover);
    }
}
