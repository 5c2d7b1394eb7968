// Links a company, breaks the link, reads a connection that does not exist, and handles an error.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	erpsync "erpsync.dev/client"
)

func main() {
	// begin: set up
	client := erpsync.Connect(os.Getenv("ERPSYNC_BASE_URL"))
	ctx := erpsync.WithBasic(context.Background(), os.Getenv("ERPSYNC_USER"), os.Getenv("ERPSYNC_PASSWORD"))
	// end: set up

	// begin: link
	linked, _, err := client.ActorLinksAPI.CreateActorLink(ctx).
		CreateActorLinkRequest(erpsync.CreateActorLinkRequest{
			ErpConnectionId: 444,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
			CrmRecordId:     285,
			ErpActorType:    erpsync.ERPACTORTYPE_CUSTOMER,
			ErpKey:          "10042",
		}).
		Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("linked:", linked)
	// end: link

	// begin: break
	broken, _, err := client.ActorLinksAPI.BreakActorLink(ctx).
		BreakActorLinkRequest(erpsync.BreakActorLinkRequest{
			ErpConnectionId: 444,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
			CrmRecordId:     285,
		}).
		Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("broken:", broken)
	// end: break

	// begin: read
	connection, _, err := client.ConnectionsAPI.GetConnection(ctx).
		GetConnectionRequest(erpsync.GetConnectionRequest{ErpConnectionId: 4711}).
		Selected("DisplayName,Active").
		SoLanguage("en").
		Execute()
	if err != nil {
		log.Fatal(err)
	}
	if connection == nil {
		fmt.Println("connection: none")
	} else {
		fmt.Println("connection:", connection.GetDisplayName())
	}
	// end: read

	// begin: error
	response, err := client.ActorLinksAPI.ConnectActor(ctx).
		ConnectActorRequest(erpsync.ConnectActorRequest{
			ErpConnectionId: 4711,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
			CrmRecordId:     285,
			ErpActorType:    erpsync.ERPACTORTYPE_CUSTOMER,
			ErpKey:          "10042",
		}).
		Execute()
	var refused *erpsync.GenericOpenAPIError
	if errors.As(err, &refused) {
		switch problem := refused.Model().(type) {
		case erpsync.ServiceError:
			fmt.Printf("refused: %d %s\n", response.StatusCode, problem.ErrorMessage)
		case erpsync.MalformedRequest: // only with status 400
			fmt.Println("malformed:", problem.MessageDetail)
		}
	}
	// end: error
}
