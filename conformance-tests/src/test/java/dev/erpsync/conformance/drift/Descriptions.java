package dev.erpsync.conformance.drift;

/** A small description by a vendor, and a contract that has no difference to it. */
final class Descriptions {
  /** Swagger 2.0. */
  static final String VENDOR =
      """
      swagger: "2.0"
      info: { title: Shop API, version: v1 }
      basePath: /tenant/api
      paths:
        /v1/Shop/Find/:
          post:
            operationId: v1ShopAgent_Find
            consumes: [application/json]
            produces: [application/json]
            parameters:
              - { in: query, name: limit, type: integer, format: int32 }
              - { in: header, name: X-Zone, type: string, enum: [A, B] }
              - { in: body, name: request, required: true, schema: { $ref: "#/definitions/Carriers.FindRequest" } }
            responses:
              "200": { description: Found., schema: { type: array, items: { $ref: "#/definitions/Carriers.Item" } } }
        /v1/Shop/Drop:
          post:
            operationId: v1ShopAgent_Drop
            produces: []
            parameters:
              - { in: query, name: id, type: integer, format: int32, required: true }
            responses:
              "204": { description: Dropped. }
      definitions:
        Carriers.FindRequest:
          type: object
          properties:
            Text: { type: string }
            Since: { type: string, format: date-time }
        Carriers.Item:
          type: object
          properties:
            Kind: { type: string, enum: [Book, Pen] }
            Size: { type: integer, format: int32 }
            Parent: { $ref: "#/definitions/Carriers.Item" }
            Tags: { type: object, additionalProperties: { type: string } }
      """;

  /** OpenAPI 3.0; the same on the wire, with other names, and with allOf. */
  static final String OURS =
      """
      openapi: 3.0.3
      info: { title: Shop, version: 0.1.0 }
      paths:
        /api/v1/Shop/Find:
          post:
            operationId: Find
            tags: [Shop]
            parameters:
              - { in: query, name: limit, schema: { type: integer, format: int32 } }
              - { in: header, name: x-zone, schema: { $ref: "#/components/schemas/Zone" } }
            requestBody:
              required: true
              content: { application/json: { schema: { $ref: "#/components/schemas/Query" } } }
            responses:
              "200":
                description: The items.
                content: { application/json: { schema: { $ref: "#/components/schemas/Items" } } }
        /api/v1/Shop/Drop:
          post:
            operationId: Drop
            tags: [Shop]
            parameters: [ { in: query, name: id, required: true, schema: { type: integer, format: int32 } } ]
            responses: { "204": { description: Done. } }
      components:
        schemas:
          Zone: { type: string, enum: [B, A] }
          Query:
            type: object
            properties:
              Text: { type: string }
              Since: { type: string, format: date-time }
          Items: { type: array, items: { $ref: "#/components/schemas/Thing" } }
          Base: { type: object, properties: { Kind: { type: string, enum: [Pen, Book] } } }
          Thing:
            allOf: [ { $ref: "#/components/schemas/Base" } ]
            properties:
              Size: { type: integer, format: int32 }
              Parent: { $ref: "#/components/schemas/Thing" }
              Tags: { type: object, additionalProperties: { type: string } }
      """;

  private Descriptions() {}
}
