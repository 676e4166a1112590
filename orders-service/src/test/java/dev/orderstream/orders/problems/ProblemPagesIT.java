package dev.orderstream.orders.problems;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the types of problems lead.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProblemPagesIT {

    @ParameterizedTest
    @EnumSource
    void eachTypeLeadsToAPage(ProblemCode code) {
        given().get(code.type())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString(code.code()), containsString(code.title()));
        given().get("/problems").then().body(containsString("href=\"" + code.type() + "\""));
    }

    @Test
    void theTypeOfAnAnswerLeadsToItsPage() {
        String type = Api.get(Api.owner(), "/orders?limit=0").path("type");

        given().get(type).then().statusCode(200).body(containsString("parameter-invalid"));
    }

    @Test
    void thereIsNoPageForWhatIsNoProblem() {
        given().get("/problems/<b>")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }
}
