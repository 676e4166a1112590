package dev.orderstream.delivery.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void whatWasNotUsedForLongestMakesRoom() {
        Recent<String, Integer> recent = new Recent<>(2);
        recent.put("first", 1);
        recent.put("second", 2);
        assertThat(recent.get("first")).isEqualTo(1);
        recent.put("third", 3);

        assertThat(recent.get("second")).isNull();
        assertThat(recent.get("first")).isEqualTo(1);
        assertThat(recent.get("third")).isEqualTo(3);
    }

    @Test
    void theLastValueOfAKeyCountsAndItsWeightToo() {
        Recent<String, String> recent = new Recent<>(10, String::length);
        recent.put("first", "nine char");
        recent.put("first", "9");
        recent.put("second", "also nine");

        assertThat(recent.get("first")).isEqualTo("9");
        assertThat(recent.get("second")).isEqualTo("also nine");
    }

    @Test
    void oneHeavyValueMakesManyLightOnesGo() {
        Recent<String, String> recent = new Recent<>(10, String::length);
        recent.put("first", "abc");
        recent.put("second", "def");
        recent.put("third", "ghi");
        recent.put("heavy", "seven!!");

        assertThat(recent.get("first")).isNull();
        assertThat(recent.get("second")).isNull();
        assertThat(recent.get("third")).isEqualTo("ghi");
        assertThat(recent.get("heavy")).isEqualTo("seven!!");
    }

    @Test
    void whatIsHeavierThanAllIsNotKept() {
        Recent<String, String> recent = new Recent<>(3, String::length);
        recent.put("first", "a");
        recent.put("heavy", "four");

        assertThat(recent.get("heavy")).isNull();
        recent.put("second", "b");
        assertThat(recent.get("second")).isEqualTo("b");
    }
}
